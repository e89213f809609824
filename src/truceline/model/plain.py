"""Plain JSON values from the model's types and back."""

import dataclasses
from collections.abc import Callable, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
INNER = "inner"
"""Metadata of a field that one stage hands to the next and that never leaves the program."""
_SCALARS = (str, int, float, bool, NoneType)


@cache
def _field_names(cls: Any) -> tuple[str, ...]:
    return tuple(f.name for f in dataclasses.fields(cls) if INNER not in f.metadata)


def to_plain(value: Any) -> Any:
    """JSON value of a model value: dataclasses become objects, tuples lists; nothing is left out, absent stays null."""
    if isinstance(value, _SCALARS):
        return value
    if dataclasses.is_dataclass(value):
        kind: Any = type(value)
        return {name: to_plain(getattr(value, name)) for name in _field_names(kind)}
    if isinstance(value, Mapping):
        return {str(k): to_plain(v) for k, v in value.items()}
    return [to_plain(v) for v in value]


def from_plain(cls: type[T], data: Mapping[str, Any]) -> T:
    """Model value of a JSON object made by `to_plain`; unknown fields are ignored.

    Raises KeyError or TypeError where a required field is missing.
    """
    kind: Any = cls
    made: T = _decoder(kind)(data)
    return made


@cache
def _decoder(kind: Any) -> Callable[[Any], Any]:
    origin, args = get_origin(kind), get_args(kind)
    if dataclasses.is_dataclass(kind):
        return _object_decoder(kind)
    if origin in (Union, UnionType):
        inner = [_decoder(a) for a in args if a is not NoneType]
        first = inner[0] if len(inner) == 1 else _as_is
        return lambda v: None if v is None else first(v)
    if origin is tuple:
        return _tuple_decoder(args)
    if origin in (dict, Mapping):
        item = _decoder(args[1])
        return lambda v: {k: item(x) for k, x in v.items()}
    return _as_is


def _as_is(value: Any) -> Any:
    return value


def _tuple_decoder(args: tuple[Any, ...]) -> Callable[[Any], Any]:
    item = _decoder(args[0])
    return lambda v: tuple(item(x) for x in v)


def _object_decoder(cls: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(cls)
    decoders = {name: _decoder(hints[name]) for name in _field_names(cls)}
    return lambda v: cls(**{name: decode(v[name]) for name, decode in decoders.items() if name in v})
