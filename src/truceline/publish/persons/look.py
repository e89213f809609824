"""One text looked at for names: what each word is, which words go together, and which of them name somebody."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from truceline.publish.persons.known import Kind, Known, Style
from truceline.publish.persons.ordinary import is_plain
from truceline.publish.persons.small import small_names
from truceline.publish.persons.things import begins_as_thing, in_code, is_make
from truceline.publish.persons.writing import ACRONYM, is_acronym, names_place
from truceline.publish.tokens import keys_of
from truceline.text.words import Word

_BETWEEN = re.compile(r"[ \t\u00a0]?[-‐‑.'’ \t\u00a0_]{0,2}[ \t\u00a0]?")
"""What may stand between two words of one name."""
_OPENS = re.compile(r"(?:[.!?:;…•–—\n|\]/]|[.!?]['\"’”)]+)[\s\"'“‘«„(\[*#>\d.)-]*$")
"""Before the first word of a sentence, a quotation or a line."""
_NOT = re.compile(r"n['’]t$", re.IGNORECASE)
_AGED = re.compile(r",(?: aged)? \d{1,2}(?=[,;)]|\.(?!\d))|,? \(\d{1,2}\)")
_APPOSED = re.compile(r", (?:a|an|the) ((?:[\w-]+ ?){1,3})")
_OF_SOMEBODY = re.compile(r",? (?:who|whose)\b|, (?:a|an) \w| and (?:his|her) ")
"""Behind somebody's name, at the beginning of a sentence too ("Price, a nurse, fled")."""
_SIDES = frozenset(("north", "south", "east", "west"))
_BEFORE_PLACES = frozenset(("in", "at", "near", "from", "around", "outside", "inside", "toward", "towards"))
_WHERE = frozenset(("in", "at", "near"))
_TITLE = 3
_PAIR = 2


@dataclass(frozen=True)
class Look:
    """A text's words and what is known of names; a headline's capitals say nothing, a phrase's small words neither."""

    text: str
    words: list[Word]
    known: Known
    style: Style
    headline: bool
    phrase: bool

    def kinds(self) -> list[Kind]:
        """What each word is by itself, or as part of the longest name that begins with it."""
        keys, kinds, at = [w.key for w in self.words], list[Kind](), 0
        while at < len(keys):
            free, kept = self.known.open.longest(keys, at), self.known.private.longest(keys, at)
            if kept and kept >= free and self._is_meant(at, kept, free):
                kinds += [Kind.PRIVATE] * kept
            elif free and not (free == 1 and self._is_part(at)):
                kinds += [Kind.LONE] if free == 1 else [Kind.OPEN] * free
            else:
                kinds.append(self._single(at))
            at = len(kinds)
        return kinds

    def _single(self, at: int) -> Kind:
        word, kit = self.words[at], self.known.kit
        if self._is_part(at):
            return Kind.PRIVATE
        if self._is_ordinary(word) or word.key in kit.capital or (len(word.text) <= 2 and word.text.isupper()):
            return Kind.PLAIN  # an initial joins the name it stands in (`_joined`)
        return Kind.PLAIN if self._is_no_name(at) else Kind.UNKNOWN

    def _is_ordinary(self, word: Word) -> bool:
        """Whether it is a word of the language and no given name, or one of the program's own."""
        kit = self.known.kit
        if is_plain(word.key, kit) and (self._is_path or word.key not in kit.given):
            return True
        return self.style in {Style.WORDS, Style.VALUE} and word.key in kit.own

    def _is_no_name(self, at: int) -> bool:
        """Whether a word that is not known is none of a name for how it is written, as it is looked at here."""
        word, kit = self.words[at], self.known.kit
        if self._is_path:
            return self._is_mark(word) or word.key in kit.joints | kit.path or in_code(self.text, word)
        if word.key in kit.path and self.text[: word.start].endswith("."):
            return True  # a file's ending, in what a document without a publisher is called
        if word.text in self.known.ids:
            return True
        if is_make(self.text, word, kit) or _NOT.search(word.text) or self._is_short(at) or in_code(self.text, word):
            return True
        if word.text.islower():
            return self.style is not Style.NAME or self.phrase or len(word.key) <= 2 or word.key in kit.joints
        return False

    def _is_mark(self, word: Word) -> bool:
        """Whether a word of a file's name is an abbreviation that nobody is known to bear ("tue", "mod")."""
        borne = self.known.words | self.known.parts | self.known.kit.given | self.known.kit.called
        return len(word.key) <= 2 or (len(word.key) <= _TITLE and word.key not in borne)

    def _is_short(self, at: int) -> bool:
        """Whether a word is an abbreviation: not behind "Mr", nor where somebody speaks ("LEAL: They shot")."""
        word = self.words[at]
        if not is_acronym(word, self.known.kit) or self._is_titled(at) or self._is_amid_capitals(at):
            return False
        speaks = self.style is Style.WORDS and self.text[word.end : word.end + 2] == ": "
        return not speaks or len(word.text) <= 2

    def _is_amid_capitals(self, at: int) -> bool:
        """Whether a longer word in capitals stands right beside a word, as in a name written so."""
        beside = [self.words[i] for i in (at - 1, at + 1) if 0 <= i < len(self.words) and self.touch(min(i, at))]
        return any(w.text.isupper() and len(w.text) > ACRONYM and not self._is_said(w) for w in beside)

    def _is_said(self, word: Word) -> bool:
        """Whether a word is ordinary, or open by itself."""
        kit = self.known.kit
        return is_plain(word.key, kit) or word.key in kit.capital or (word.key,) in self.known.open

    @property
    def _is_path(self) -> bool:
        return self.style is Style.PATH

    def _is_meant(self, at: int, length: int, free: int) -> bool:
        return length > 1 or self.style is not Style.WORDS or not free or not self._is_of_place(at)

    def _is_part(self, at: int) -> bool:
        """Whether a word is one of a private person's names, and not here a place's or a word of the language."""
        word = self.words[at]
        if word.key not in self.known.parts:
            return False
        if is_plain(word.key, self.known.kit):
            return word.is_capital and not self._is_path and not self.headline
        return not ((word.key,) in self.known.open and self._is_of_place(at))

    def _is_of_place(self, at: int) -> bool:
        return at > 0 and self.words[at - 1].key in self.known.kit.before_places

    def _begins(self, at: int) -> bool:
        return at == 0 or _OPENS.search(self.text[max(0, self.words[at - 1].end) : self.words[at].start]) is not None

    def runs(self, kinds: Sequence[Kind]) -> list[list[int]]:
        """Neighbouring words with a capital, small joints among them; names that may leave end a run."""
        found: list[list[int]] = []
        for at, word in enumerate(self.words):
            if not self._in_run(at, word, kinds):
                continue
            if found and self._follows(found[-1][-1], at):
                found[-1].append(at)
            else:
                found.append([at])
        return found

    def _in_run(self, at: int, word: Word, kinds: Sequence[Kind]) -> bool:
        if kinds[at] in {Kind.OPEN, Kind.LONE}:
            lone = kinds[at] is Kind.LONE and (word.key,) not in self.known.named
            private = lone and word.key in self.known.kit.called and self._is_told_private(at)
            return lone and (private or word.key in self.known.kit.given)
        if kinds[at] is Kind.PLAIN and word.key in _BEFORE_PLACES:
            return False  # "Near Dvor al Kalin"
        return kinds[at] is Kind.UNKNOWN or (word.is_capital and not in_code(self.text, word))

    def _is_told_private(self, at: int) -> bool:
        """Whether an official's surname is here somebody else's: "Price, 50, fled", "Price, a nurse, fled"."""
        told = _APPOSED.match(self.text, self.words[at].end)
        roles = self.known.kit.no_office.union(self.known.kit.roles)
        return self._is_aged([at]) or (told is not None and not roles.isdisjoint(keys_of(told[1])))

    def _follows(self, before: int, at: int) -> bool:
        gap = range(before + 1, at)
        joints = all(self.words[i].key in self.known.kit.joints for i in gap)
        near = all(self.touch(i) for i in range(before, at))
        return joints and near and (not gap or len(gap) <= 2)

    def touch(self, at: int) -> bool:
        """Whether a word and the next may be of one name; a full stop stands only behind an initial or a title."""
        between = self.text[self.words[at].end : self.words[at + 1].start]
        stopped = "." in between and len(self.words[at].text) > _TITLE and not self._is_path
        return not stopped and _BETWEEN.fullmatch(between) is not None

    def beside(self, kinds: Sequence[Kind], marked: Sequence[bool]) -> list[int]:
        """Words that are also a place's name, right beside a private person's: "Scott C. Dayton", "Hassan Orfell"."""
        if self._is_path:
            return []
        also = [at for at, kind in enumerate(kinds) if kind is Kind.LONE and self._may_be_borne(at)]
        behind = [at for at in also if self._follows_marked(at, marked)]
        before = [at for at in also if marked[at + 1 : at + 2] == [True] and self.touch(at) and not self._is_of(at)]
        return [at for at in (*behind, *before) if self.words[at].is_capital]

    def _is_of(self, at: int) -> bool:
        return at > 0 and self.words[at - 1].key in (self.known.kit.before_places | {"for"}) - {"and", "from", "via"}

    def _may_be_borne(self, at: int) -> bool:
        """Whether a word that may leave may be somebody's name here: an official's, a state's ("Georgia Holm")."""
        key, kit = self.words[at].key, self.known.kit
        return (key,) not in self.known.named or key in kit.given or key in kit.states

    def _follows_marked(self, at: int, marked: Sequence[bool]) -> bool:
        """Whether a word stands right behind a private name, or a joint of it: "Orvel Hassan", "Orvel al-Hassan"."""
        near = at - 1
        while near > 0 and self.words[near].key in self.known.kit.joints and self.touch(near):
            near -= 1
        return near >= 0 and marked[near] and all(self.touch(i) for i in range(near, at))

    def judged(self, run: list[int], kinds: Sequence[Kind]) -> list[int]:
        """Those words of a run that name somebody who may be private."""
        kit = self.known.kit
        strange = [at for at in run if kinds[at] in {Kind.UNKNOWN, Kind.PRIVATE}]
        given = [at for at in run if self.words[at].key in kit.given and not is_make(self.text, self.words[at], kit)]
        named = [at for at in given if not self._is_only_a_word(at, run)]
        if not named and self._ends_as_place_or_body(run) and not any(kinds[a] is Kind.PRIVATE for a in run):
            return []
        if not named and not self._is_path and self._is_thing(run):
            return []
        if strange or named:
            return self._reach(run, [*strange, *named])
        return self._unlikely_words(run)

    def _is_thing(self, run: list[int]) -> bool:
        """Whether words of nobody's name are told as a place, a ship or the like, or are what a cut left of a place."""
        cut = self.text[: self.words[run[0]].start].endswith("… ")
        rest = cut and self.known.open.ending_in(tuple(self.words[at].key for at in run))
        if rest or self._is_where(run):
            return True
        acts = self._behind(run) in self.known.kit.deeds or _AGED.match(self.text, self.words[run[-1]].end)
        return not acts and begins_as_thing(self.words, run, self.known.kit)

    def _ends_as_place_or_body(self, run: list[int]) -> bool:
        """As in "Relief Committee", "Castello Road", "the Castello road"; a file's name ends in any word."""
        kit = self.known.kit
        if self._is_path:
            return False
        run = list(takewhile(lambda at: self.words[at].key not in _SIDES, run)) or run
        last = run[-1]
        near = takewhile(self.touch, range(last, min(last + 3, len(self.words) - 1)))
        behind = [self.words[at + 1].key for at in near]
        return (len(run) > 1 and self.words[last].key in kit.places | kit.bodies) or names_place(behind, kit)

    def _is_where(self, run: list[int]) -> bool:
        """As in "in Kalinov", "the town of Kalinov": one word of nobody's name; "in Kalinov's house" is no such.

        Several stand at the beginning of a sentence, before a comma: "Near Dvor al Kalin, shells fell".
        """
        at, behind = run[0], self.text[self.words[run[-1]].end :][:2]
        said = at > 0 and self.words[at - 1].key in _WHERE and self.touch(at - 1)
        if len(run) > 1:
            said = said and behind[:1] == "," and self._begins(at - 1)
        else:
            of = at > 1 and self.words[at - 1].key == "of"
            said = said or (of and self.words[at - 2].key in self.known.kit.where_of)
        borne = any(self.words[i].key in self.known.words for i in run)
        return self.style in {Style.WORDS, Style.VALUE} and said and behind not in {"'s", "’s"} and not borne

    def _is_only_a_word(self, at: int, run: list[int]) -> bool:
        """A given name that is a word too ("Hope", "Will") where nothing beside it says that it names somebody."""
        word = self.words[at]
        known = is_plain(word.key, self.known.kit) or (word.key,) in self.known.open
        alone = len(run) == 1 or (at == run[-1] and self._begins(run[0]))
        return known and alone and (self._begins(at) or self.headline or self._is_of_place(at))

    def _reach(self, run: list[int], found: list[int]) -> list[int]:
        """From the first strange word to the last, and one ordinary word on either side that may be a name too."""
        first, last = min(found), max(found)
        behind = [at for at in run if at > last][:1]
        named = self.words[last].key in self.known.kit.given
        if behind and not self._is_path and (named or not self.headline):
            last = behind[0] if self.words[behind[0]].key not in self.known.kit.capital else last
        before = [at for at in run if at < first][-1:]
        if before and self._may_be_given(before[0]):
            first = before[0]
        initials = [at for at in run if at < first and len(self.words[at].text) == 1]
        return [*initials, *(at for at in run if first <= at <= last)]

    def _may_be_given(self, at: int) -> bool:
        """Whether an ordinary word with a capital before a strange one may be a name: "Amber Thalindra"."""
        key, kit = self.words[at].key, self.known.kit
        small = len(key) <= _TITLE or key in kit.capital | kit.before_places | kit.office | kit.office_of_body
        return not (small or key in kit.roles or key in kit.no_office or self._is_path or self.headline)

    def small(self, kinds: Sequence[Kind]) -> list[int]:
        """Words of names that are written small in sentences."""
        if self.style is not Style.WORDS:
            return []
        return small_names(self.words, self.touch, [k in {Kind.OPEN, Kind.LONE} for k in kinds], self.known.kit)

    def _owned(self, run: list[int]) -> list[int]:
        """Ordinary words that what follows makes a name: "the Young family", "Shepherd said", "Baker and his wife"."""
        kit, end = self.known.kit, self.words[run[-1]].end
        names = [at for at in run if self.words[at].key not in kit.capital]
        called = names and all(self._is_called(at) for at in names) and len(self.words[names[0]].text) > 1
        if self.style is not Style.WORDS or not called or self._is_the(run[0]):
            return names if called and self._behind(run) in kit.kin else []
        told = len(run) == 1 and (self._behind(run) in kit.deeds or _OF_SOMEBODY.match(self.text, end) is not None)
        return names if told or self._behind(run) in kit.kin else []

    def _behind(self, run: list[int]) -> str:
        """The word right behind a run; "" where none is."""
        after = run[-1] + 1
        return self.words[after].key if after < len(self.words) and self.touch(run[-1]) else ""

    def _is_the(self, first: int) -> bool:
        """Whether "the" stands before a word, or before the names of peoples right before it ("the Syrian Book")."""
        while first > 0 and (self.words[first - 1].key,) in self.known.named and self.touch(first - 1):
            first -= 1
        return first > 0 and self.words[first - 1].key in {"the", "a", "an"}

    def _unlikely_words(self, run: list[int]) -> list[int]:
        """Ordinary words with capitals amid a sentence that people are called: "Amber Young said"."""
        addressed = self._addressed(run)
        if addressed or self._is_path or (self.headline and len(run) != _PAIR):
            return addressed
        kit = self.known.kit
        if len(run) > 1 and all(self._is_called(at) for at in run) and len(self.words[run[-1]].text) > 1:
            return run
        if owned := self._owned(run):
            return owned
        inner = [at for at in run if not self._begins(at)] if len(run) == 1 or self.style is Style.WORDS else run
        known = any(self.words[at].key in kit.capital or self.words[at].text.isupper() for at in run)
        the = self._is_the(run[0])
        sure = len(inner) >= len(run) - 1 and all(self._is_called(at) for at in inner)
        return inner if sure and not (known or the or self.headline) else []

    def _is_called(self, at: int) -> bool:
        """Whether an ordinary word, or an initial, may be somebody's name."""
        key, kit = self.words[at].key, self.known.kit
        return len(self.words[at].text) == 1 or (key in kit.called and key not in kit.capital)

    def _is_titled(self, at: int) -> bool:
        before = self.words[at - 1] if at else None
        return before is not None and before.is_capital and before.key in self.known.kit.address and self.touch(at - 1)

    def _is_aged(self, run: list[int]) -> bool:
        """As in "Carter, 50, lost a leg", "Stone (12)"; what people are seldom called must not begin the sentence."""
        if all(len(self.words[at].text) == 1 for at in run):
            return False
        sure = all(self._is_called(at) for at in run)
        aged = _AGED.match(self.text, self.words[run[-1]].end)
        return aged is not None and (sure or (aged[0][0] == "," and not self._begins(run[0])))

    def _addressed(self, run: list[int]) -> list[int]:
        """Words of a run behind "Mrs" or the like, or before an age; "Mr Secretary" names nobody."""
        kit = self.known.kit
        first = next((at for at in run if self._is_titled(at)), None)
        if first is None and self._is_aged(run):
            first = run[0]
        if first is None or self._is_path:
            return []
        return [at for at in run if at >= first and self.words[at].key not in kit.capital | kit.office]
