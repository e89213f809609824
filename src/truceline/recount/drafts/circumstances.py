"""What the sentences of some mentions tell, by which deeds are told apart."""

from dataclasses import dataclass, field

from truceline.model.place import PlaceMention
from truceline.model.when import TimeMention


@dataclass(slots=True)
class Circumstances:
    """What the sentences of some mentions tell: days, places and their names, doers, the deed's kind."""

    days: list[TimeMention] = field(default_factory=list)
    times: list[TimeMention] = field(default_factory=list)
    """Days, months and years."""
    places: list[PlaceMention] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    doers: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    struck: set[str] = field(default_factory=set)
    """Names of the settlements called so that are told with a count of people of their own."""
    tellers: set[str] = field(default_factory=set)
    opening: list[TimeMention] = field(default_factory=list)
    """Days that open their sentences."""
    led: list[TimeMention] = field(default_factory=list)
    """Days that open the sentences right before theirs."""
    there: set[str] = field(default_factory=set)
    """Names of the places to which a "there" points that is told of a deed: "the toll of the strike there"."""
    denied: set[bool] = field(default_factory=set)
    """Whether the sentence says that it happened, or that it did not."""
    set_in: set[str] = field(default_factory=set)
    """Names of the places of those told in sentences that open with a day of their own and point back to nothing."""

    def add(self, other: "Circumstances") -> None:
        """What another mention's sentence tells, too."""
        self.days += other.days
        self.times += other.times
        self.places += other.places
        self.names |= other.names
        self.doers |= other.doers
        self.kinds |= other.kinds
        self.struck |= other.struck
        self.tellers |= other.tellers
        self.opening += other.opening
        self.led += other.led
        self.set_in |= other.set_in
        self.denied |= other.denied
        self.there |= other.there
