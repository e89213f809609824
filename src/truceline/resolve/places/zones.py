"""Which areas of the user's own gazetteer a resolved place lies in, or may."""

from dataclasses import replace

from truceline.model.gazetteer import Gazetteer
from truceline.model.place import PlaceMention


def in_zones(mention: PlaceMention, gazetteer: Gazetteer) -> PlaceMention:
    """The mention with the zones that hold its whole circle in `within`, and those it only reaches in `reaches`."""
    if mention.lat is None or mention.lon is None:
        return mention
    found = gazetteer.zones(mention.lat, mention.lon, mention.radius_km or 0.0)
    holding = tuple(n for n in found.holding if n != mention.name and n not in mention.within)
    reached = tuple(n for n in found.reached if n != mention.name)
    return replace(mention, within=(*mention.within, *holding), reaches=reached) if holding or reached else mention
