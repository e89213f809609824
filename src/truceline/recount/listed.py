"""Verbs of harm in a list that has one object: "shot, killed and then burned | a boy"."""

import re

from truceline.recount.coordination import find_object, named_object
from truceline.recount.scan import Scan, add_harm

_LISTED = re.compile(r"c[Hvx](?:c[Hvx])*c?&[rx]?[Hv](?=[atqNPSA])")
"""Behind a verb, others that have one object with it: "shot, killed and then burned | a boy"."""


def shares_object(scan: Scan, j: int) -> bool:
    """Whether a verb of harm only opens a list of them, of whose last its object is: the next tells who was harmed."""
    listed = _LISTED.match("".join(t.kind for t in scan.tokens[j + 1 : j + 12]))
    if listed is None:
        return False
    last = j + listed.end()
    harms = [i for i in range(j + 1, last + 1) if scan.tokens[i].kind == "H"]
    heads = find_object(scan, last + 1)[0] or named_object(scan, last + 1)[0]
    if not harms or not heads:
        return False
    if last not in harms:
        add_harm(scan, scan.tokens[harms[-1]].mark, last, heads, ())
        scan.floor = last + 1
    return True
