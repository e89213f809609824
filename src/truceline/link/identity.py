"""An incident's id: made from its anchor report, so that it does not depend on when anything was added."""

import hashlib

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def incident_id(member: str) -> str:
    """Id a member gives an incident it anchors: "TL-" and 8 Crockford base-32 characters (40 bits) of its SHA-256."""
    number = int.from_bytes(hashlib.sha256(member.encode()).digest()[:5], "big")
    return "TL-" + "".join(_CROCKFORD[(number >> shift) & 31] for shift in range(35, -1, -5))
