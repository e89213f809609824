"""Fields of a YAML file with the line each stands on, so that an error can name line and field."""

from collections.abc import Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from truceline.model.problem import Problem

_YES, _NO = {"true", "yes", "on"}, {"false", "no", "off"}
_EMPTY = {"", "~", "null"}


class Complaints:
    """Problems of one file, each with its line and field; `fatal` once one makes the file unusable."""

    def __init__(self, name: str) -> None:
        """Complaints of the file of that name."""
        self.name = name
        self.problems: list[Problem] = []
        self.fatal = False

    def add(self, node: Node | None, field: str, code: str, message: str, mend: str) -> None:
        """Note one problem; every code but `field_unknown` is fatal."""
        line = 1 if node is None else node.start_mark.line + 1
        where = f"{self.name}, line {line}" + (f", field {field}" if field else "")
        self.problems.append(Problem(stage="monitor", where=where, code=code, message=message, mend=mend))
        self.fatal = self.fatal or code != "field_unknown"


class Fields:
    """One mapping's fields; what is asked for and missing or of the wrong kind becomes a complaint."""

    def __init__(self, node: Node, path: str, complaints: Complaints) -> None:
        """The mapping at `path`; a node of another kind is a complaint, and reads as empty."""
        self.node, self.path, self.complaints = node, path, complaints
        self._at: dict[str, Node] = {}
        self._asked: set[str] = set()
        if isinstance(node, MappingNode):
            self._at = {key.value: value for key, value in node.value}
        else:
            self.complain("", "field_wrong", "this should be named fields", "write `name: value` lines here")

    def complain(self, field: str, code: str, message: str, mend: str) -> None:
        """Note a problem with one of the fields, on its line."""
        path = ".".join(part for part in (self.path, field) if part)
        self.complaints.add(self._at.get(field, self.node), path, code, message, mend)

    def text(self, field: str, *, needed: bool = False) -> str:
        """A scalar as written; "" where absent or null."""
        node = self._get(field)
        if isinstance(node, ScalarNode) and node.value not in _EMPTY:
            return str(node.value).strip()
        if node is not None and not isinstance(node, ScalarNode):
            self.complain(field, "field_wrong", f"{field} should be one value", "write it on one line")
        elif needed:
            self.complain(field, "field_missing", f"{field} is missing", f"add a line `{field}: ...`")
        return ""

    def flag(self, field: str, *, default: bool) -> bool:
        """A yes or no."""
        word = self.text(field).casefold()
        if word and word not in _YES | _NO:
            self.complain(field, "field_wrong", f"{word!r} is neither yes nor no", "write yes or no")
        return word in _YES if word else default

    def texts(self, field: str) -> tuple[str, ...]:
        """A list of scalars; a single scalar is a list of one."""
        node = self._get(field)
        if node is None or (isinstance(node, ScalarNode) and node.value in _EMPTY):
            return ()
        nodes = node.value if isinstance(node, SequenceNode) else [node]
        if not all(isinstance(n, ScalarNode) for n in nodes):
            self.complain(field, "field_wrong", f"{field} should be a list of words", "write `[one, two]`")
            return ()
        return tuple(str(n.value).strip() for n in nodes)

    def each(self, field: str, *, needed: bool = False) -> Iterator["Fields"]:
        """A list of mappings, one by one."""
        node = self._get(field)
        if isinstance(node, SequenceNode):
            for i, item in enumerate(node.value):
                yield Fields(item, f"{self.path}.{field}[{i + 1}]".lstrip("."), self.complaints)
        elif node is not None:
            self.complain(field, "field_wrong", f"{field} should be a list", "write each entry behind a `- `")
        elif needed:
            self.complain(field, "field_missing", f"{field} is missing", f"add `{field}:` with at least one entry")

    def close(self) -> None:
        """Complain of every field nobody asked for: most are misspelt."""
        for name in self._at:
            if name not in self._asked:
                known = ", ".join(sorted(self._asked))
                self.complain(name, "field_unknown", f"no field is called {name}", f"fields here: {known}")

    def _get(self, field: str) -> Node | None:
        self._asked.add(field)
        return self._at.get(field)


def _why(error: YAMLError) -> str:
    if isinstance(error, MarkedYAMLError):
        return str(error.problem or error.context)
    return "it holds a character that no YAML may hold"


def open_fields(text: str, complaints: Complaints) -> Fields | None:
    """The top mapping of a YAML text; None, with a complaint, where it is not YAML or holds no fields."""
    reader: Any = YAML(typ="safe", pure=True)
    try:
        node = reader.compose(text)
    except YAMLError as error:  # a character that no YAML may hold has no mark, but its place
        mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
        line = mark.line + 1 if mark else text.count("\n", 0, getattr(error, "position", 0)) + 1
        complaints.problems.append(
            Problem(
                stage="monitor",
                where=f"{complaints.name}, line {line}",
                code="yaml_unreadable",
                message=f"not readable as YAML: {_why(error)}",
                mend="mend the indentation or quoting of that line",
            )
        )
        complaints.fatal = True
        return None
    if node is None:
        complaints.add(None, "", "file_empty", "the file is empty", "see the example in the guide")
        return None
    if not isinstance(node, MappingNode):
        message = "this is another kind of file: it holds no fields by name"
        complaints.add(node, "", "field_wrong", message, "give a YAML file of `name: value` lines, as in the guide")
        return None
    return Fields(node, "", complaints)
