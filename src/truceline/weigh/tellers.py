"""Whose word an account is: its teller, the body behind the teller, and the outlet it was read in."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from truceline.model.actor import Actor, side_of
from truceline.model.claim import Claim
from truceline.model.entry import Entry
from truceline.text.fold import actor_id_from, fold_name
from truceline.text.speakers import own_actor
from truceline.weigh.dossier import Voice
from truceline.weigh.kit import WeighKit
from truceline.weigh.said_before import said_before, statement_of, words_of_source
from truceline.weigh.spokesmen import spoken_for

_OWNER = re.compile(r"(?<=\w)['’]s\b")
_APEX = {"state", "government", "alliance"}
_PRONOUNS = frozenset(
    ("he", "she", "it", "they", "who", "which", "that", "we", "one", "this", "these", "those", "both")
)
_UNNAMED = {"anonymous", "group"}
_NAME = re.compile(
    r"(?:[Tt]he )?(?P<name>[A-Z][a-z][\w’'-]*(?: (?:(?:of|for|and) )?[A-Z][a-z][\w’'-]*){1,6})(?:$|,|\s*\()"
)
"""A body's name of several words, which reading took for none: "The Qasr Emergency Room, a group of volunteers"."""
OFFICE = re.compile(
    r"\b(?:minist\w+|prosecutor\w*|arm(?:y|ed forces)|military|navy|air force|police|government|president\w*"
    r"|parliament\w*|embass\w+|ambassador\w*|officials?|command\w*|premier|chancellor|security council|cabinet)\b",
    re.IGNORECASE,
)
"""Words of an office of state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """One account's teller.

    `key` is what makes two tellers one origin; `speaker` the teller itself; `how` says which rule found it; `through`
    are the speakers who tell that it was said, the nearest first.
    """

    key: str
    speaker: str
    name: str
    how: str
    through: tuple[str, ...] = ()


def teller_of(voice: Voice, kit: WeighKit) -> Teller:
    """The teller of an account: a named speaker's body, else the outlet cited, else the document's publisher."""
    claim, actors = voice.claim, kit.actors
    if claim is not None and claim.source and _is_unnamed(claim):
        whose = statement_of(claim, voice.entry)
        if whose is not None:
            return teller_of(replace(voice, claim=whose, account=replace(voice.account, tellers=whose.tellers)), kit)
    speaker = _speaker(voice, claim) if claim is not None else None
    found = _named(voice, claim, speaker, actors) if claim is not None else _given(voice, kit)
    if found is not None:
        return found
    outlet = cited_outlet(voice, actors)
    if outlet:
        return Teller(key=_slug(outlet), speaker=speaker or _slug(outlet), name=_quoted(claim, voice.entry) or outlet,
                      how=f"both cite {outlet}")  # fmt: skip
    called = _NAME.match(_quoted(claim, voice.entry) or "")
    if called is not None and not OFFICE.search(called["name"]):
        name, key = called["name"], actor_id_from(called["name"])
        return Teller(key=key, speaker=key, name=name, how=f"same speaker: {name}")
    if claim is not None:
        first = said_before(claim, voice.entry)
        own = f"{voice.entry.id}/{first.id}"
        return Teller(
            key=own, speaker=own, name=_quoted(first, voice.entry) or _unnamed(voice), how="an unnamed source"
        )
    return _document(voice, kit)


def _is_unnamed(claim: Claim) -> bool:
    return claim.source_kind in _UNNAMED and not _is_named_group(claim)


def _unnamed(voice: Voice) -> str:
    """A source without a name, by its document's publisher: those of two reports are not one."""
    own = publisher_name(voice.entry)
    return f"unnamed source ({own})" if own else "unnamed source"


def _named(voice: Voice, claim: Claim, speaker: str | None, actors: Mapping[str, Actor]) -> Teller | None:
    """Who speaks in a claim, by the body spoken for; None where nobody is named."""
    if _is_unnamed(claim):
        return None
    if speaker is not None and not _is_open(claim, voice.entry):
        body = body_of(spoken_for(speaker, voice.entry, actors) or speaker, actors)
        how = f"same speaker: {_body_name(body, speaker, voice, actors)}"
        return Teller(key=body, speaker=speaker, name=_name(speaker, voice, actors), how=how)
    if claim.speaker:
        key = _slug(claim.speaker)
        return Teller(key=key, speaker=key, name=claim.speaker, how=f"same speaker: {claim.speaker}")
    return None


def _document(voice: Voice, kit: WeighKit) -> Teller:
    """The document itself: its publisher, or its own name where that is not known."""
    name = publisher_name(voice.entry)
    if name is None:
        own = voice.entry.reading.document.title or voice.entry.given_id.rsplit("/", 1)[-1]
        name = f"{own} (publisher not known)"
        return Teller(key=voice.entry.id, speaker=voice.entry.id, name=name, how="the same document")
    own = kit.by_name.get(fold_name(name), _slug(name))
    return Teller(key=own, speaker=own, name=name, how=f"same publisher: {name}")


def _given(voice: Voice, kit: WeighKit) -> Teller | None:
    """The teller whom an analyst named for an account that rests on no claim; None where it is the document's own."""
    said = next(reversed(voice.account.tellers), None)
    own = publisher_name(voice.entry) or ""
    if said is None or said in {own, _slug(own), own and actor_id_from(own), kit.by_name.get(fold_name(own))}:
        return None
    actor = said if said in kit.actors else kit.by_name.get(fold_name(said))
    known = kit.actors.get(actor or "")
    name, key = known.name if known else said, body_of(actor, kit.actors) if actor else _slug(said)
    return Teller(key=key, speaker=actor or key, name=name, how=f"same speaker: {name}")


def with_surnames(tellers: Mapping[str, Teller]) -> dict[str, Teller]:
    """The tellers of one happening, one by surname alone ("Konashenkov") as the one who has it as a last name."""
    speakers = sorted({t.speaker: t for t in tellers.values()}.items())
    return {key: _whole_body(_with_first_name(teller, speakers), speakers) for key, teller in tellers.items()}


def _with_first_name(teller: Teller, speakers: Sequence[tuple[str, Teller]]) -> Teller:
    """The one teller whose last name is all that another has."""
    left_open = "/" in teller.speaker
    if ("-" in teller.speaker and not left_open) or " " in teller.name.strip() or not teller.name[:1].isupper():
        return teller
    last = _slug(teller.name) if left_open else teller.speaker
    fits = [t for speaker, t in speakers if speaker.endswith(f"-{last}") and len(t.name.split()) > 1]
    return fits[0] if len(fits) == 1 else teller


def _whole_body(teller: Teller, speakers: Sequence[tuple[str, Teller]]) -> Teller:
    """The one body of several words that a single capitalised one is short for: "the Observatory", "the Front"."""
    short = teller.name.strip()
    unknown = teller.speaker in {actor_id_from(short), _slug(short)}
    if not unknown or not re.fullmatch(r"[A-Z][a-z]{3,}", short) or OFFICE.search(short):
        return teller
    fits = {t.key: t for _, t in speakers if len(t.name.split()) > 1 and _is_body_word(short, t.name)}
    return next(iter(fits.values())) if len(fits) == 1 else teller


def _is_body_word(short: str, name: str) -> bool:
    """Whether a word ends a body's name, or its part before "for", "of" or the like."""
    return re.search(rf"\w {re.escape(short)}(?:$| (?:for|of|on|in|against)\b)", name) is not None


def _body_name(body: str, speaker: str, voice: Voice, actors: Mapping[str, Actor]) -> str:
    """The body's name where the registry has it, else the speaker's."""
    return actors[body].name if body in actors else _name(speaker, voice, actors)


def _speaker(voice: Voice, claim: Claim) -> str | None:
    """The last teller where it is who speaks."""
    return own_actor(voice.entry.reading, claim) if claim.source else next(reversed(voice.account.tellers), None)


def _is_named_group(claim: Claim) -> bool:
    """An armed group by its name, where a mere label ("rebels") names nobody."""
    return claim.source_kind == "group" and claim.speaker is not None


def _is_open(claim: Claim, entry: Entry) -> bool:
    """Whether it is left open whose the speaker's name is: then the last teller known is not the speaker."""
    return any(m.actor is None and not m.label_only and m.name == claim.speaker for m in entry.reading.actors)


def body_of(actor: str, actors: Mapping[str, Actor]) -> str:
    """The institution a person or office speaks for: up the registry, but not into a state or alliance as a whole."""
    seen = {actor}
    while entry := actors.get(actor):
        above = entry.parent or (entry.side if entry.kind == "person" else None)
        if above is None or above in seen or above not in actors or actors[above].kind in _APEX:
            break
        actor = above
        seen.add(actor)
    return actor


def actor_named(words: str | None, kit: WeighKit) -> str | None:
    """Side of the registry's actor with this id, name or alias; None where the words name none."""
    actor = words if words in kit.actors else kit.by_name.get(fold_name(words or ""))
    return None if actor is None else side_of(actor, kit.actors)


def cited_outlet(voice: Voice, actors: Mapping[str, Actor]) -> str | None:
    """The outlet an account was taken from, where the document says so; never the document's own publisher."""
    own = _slug(publisher_name(voice.entry) or "")
    chain = [t for t in voice.account.tellers if t in actors and actors[t].kind == "outlet"]
    cited = set(voice.claim.citations) if voice.claim else set()
    outlets = [c.outlet for c in voice.entry.reading.citations if c.id in cited and c.outlet]
    named = [actors[t].name for t in chain] + outlets
    return next((n for n in named if _slug(n) != own), None)


def publisher_name(entry: Entry) -> str | None:
    """The document's publisher, else the host it was read at, else its author; None where it names none."""
    document = entry.reading.document
    return document.publisher or host_of(document.url) or document.author


def host_of(url: str | None) -> str | None:
    """Host of an address without its "www."; of an archived copy the host it was copied from."""
    copied = re.search(r"https?://[^/]*archive\.[a-z]+/(?:web/)?\d{4,14}[^/]*/(.+)", url or "")
    inner = copied[1] if copied else url or ""
    host = urlsplit(inner if "//" in inner else f"//{inner}").hostname or ""
    return host.removeprefix("www.") or None


def _name(actor: str, voice: Voice, actors: Mapping[str, Actor]) -> str:
    if voice.claim is not None and voice.claim.speaker:
        return voice.claim.speaker
    if actor in actors:
        return actors[actor].name
    own = publisher_name(voice.entry)
    if own is not None and actor_id_from(own) == actor:
        return own
    mentions = (m.name for m in voice.entry.reading.actors if m.actor == actor)
    return next(mentions, actor)


def _quoted(claim: Claim | None, entry: Entry) -> str | None:
    """The words in the document for a source, those that first tell of one whom nobody names."""
    if claim is not None and claim.antecedent:
        return entry.reading.prose[slice(*claim.antecedent[0])]
    said = words_of_source(claim, entry) if claim is not None else ""
    return said if said and said.lower() not in _PRONOUNS else None


def _slug(name: str) -> str:
    """A name as a key; "the camp's committee" is "the camp committee"."""
    return re.sub(r"[^\w]+", "-", _OWNER.sub("", name.casefold())).strip("-") or "unknown"
