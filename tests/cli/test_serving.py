"""The pages end cleanly with the terminal they were started from."""

import os
import signal

import pytest
from uvicorn import Config, Server

from truceline.cli.serving import _end_with_terminal


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="no terminal hangs up here")
@pytest.mark.parametrize("ignored", [False, True])
def test_a_closed_terminal_ends_the_pages_but_for_nohup(ignored: bool) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN if ignored else signal.SIG_DFL)
    try:
        server = Server(Config("nothing:app"))
        _end_with_terminal(server)
        os.kill(os.getpid(), signal.SIGHUP)
        assert server.should_exit is not ignored
    finally:
        signal.signal(signal.SIGHUP, before)
