"""Who decides until a name is given: one answer for commands and pages, so that one person is not two in the record."""

import getpass
import os

ANALYST_VARIABLE = "TRUCELINE_ANALYST"
NOBODY = "analyst"
"""Where the machine has no name for its user."""


def default_analyst() -> str:
    """The setting's name, else the login's."""
    return os.environ.get(ANALYST_VARIABLE) or login_name()


def login_name() -> str:
    """The name under which this machine knows its user."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may run as a number that has no name
        return NOBODY
