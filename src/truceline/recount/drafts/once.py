"""The deeds of a long text each once: what is told of one by other verbs, further on, or by a bare word for it."""

from collections.abc import Sequence

from truceline.model.draft import Draft
from truceline.model.reading import Reading
from truceline.recount.drafts.announced import with_what_is_announced
from truceline.recount.drafts.bare import without_bare
from truceline.recount.drafts.bodies_found import with_bodies_found
from truceline.recount.drafts.match import Paired
from truceline.recount.drafts.one_act import with_one_act
from truceline.recount.drafts.over_time import with_totals_told
from truceline.recount.drafts.passages import lay_passages
from truceline.recount.drafts.recalled import with_what_is_recalled
from truceline.recount.drafts.talked import talked_once
from truceline.recount.drafts.told_on import with_what_is_told_on
from truceline.recount.drafts.truce_ends import with_truce_ends_joined
from truceline.recount.events.lexicon import EventLexicon
from truceline.recount.happenings import Happening


def each_once(
    pairs: Sequence[Paired], drafts: Sequence[Draft], told: Sequence[Happening], reading: Reading, lexicon: EventLexicon
) -> list[Paired]:
    """The pairs, those that tell of one deed brought together; `drafts` and `told` are what they were made of.

    A short text the learned reader sees whole: there it knows better.
    """
    page = lay_passages(reading, drafts, told)
    pairs = with_totals_told(with_one_act(pairs, page, reading, lexicon), reading)
    pairs = with_what_is_told_on(pairs, page, reading, lexicon)
    pairs = talked_once(pairs, page, reading)
    pairs = with_truce_ends_joined(pairs, page, reading)
    pairs = with_bodies_found(pairs, page, reading.prose, lexicon)
    pairs = with_what_is_announced(pairs, page, reading, lexicon)
    pairs = with_what_is_recalled(pairs, page, reading, lexicon)
    return without_bare(pairs, page, reading, lexicon)
