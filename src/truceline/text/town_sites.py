"""What lies in a town: streets, houses, and sites where people work, buy, pray or meet."""

import re

_SITE = re.compile(
    r"\b(?:streets?|st|avenues?|ave|roads?|rd|drive|lane|boulevard|blvd|court|highway|parkway|interstate|route|turnpike"
    r"|expressway|freeway|block|intersection|apartments?|house|home|residence|flat|complex|hotel|hostel|motel|inn|lounge|bar"
    r"|pub|(?:night ?)?club|caf[eé]|restaurant|diner|store|shop|mall|plaza|supermarket|market|bakery|school|college"
    r"|university|academy|kindergarten|church|chapel|mosque|temple|synagogue|cinema|theatre|theater|gym|park|playground"
    r"|parking lot|garage|gas station|bus stop|barber ?shop|salon|laundromat|bank|pharmacy|office|station"
    r"|building|cent(?:er|re))\b",
    re.IGNORECASE,
)
_OUT_OF_TOWN = re.compile(
    r"\b(?:roads?|highway|route|track|lane)\s+(?:between|from|to|towards?|linking|connecting|out of|outside)\b",
    re.IGNORECASE,
)


def lies_in_town(name: str) -> bool:
    """Whether words name what stands in a town: "Glitz Ultra Lounge"; not "the road between Arvena and Dravno"."""
    return _SITE.search(name) is not None and _OUT_OF_TOWN.search(name) is None
