"""What a learned reader proposes, before it is recounted."""

from truceline.model.draft import Draft, DraftMention


def test_a_happening_none_of_whose_words_has_a_kind_is_of_no_kind_for_sure():
    draft = Draft(aggregate=False, mentions=(DraftMention(span=(0, 6), score=0.5, types=()),))
    assert (draft.event_type, draft.type_score) == ("other", 0.0)
