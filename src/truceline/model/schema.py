"""JSON Schema (2020-12) of the contract, generated from the model's types."""

import dataclasses
import inspect
from collections.abc import Mapping
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from truceline.model.plain import INNER

_SCALARS: dict[Any, str] = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}


def json_schema(cls: type, schema_id: str) -> dict[str, Any]:
    """Schema of one contract type, every nested type under `$defs`."""
    defs: dict[str, Any] = {}
    body = _schema(cls, defs)
    _fix_name(defs[cls.__name__], cls)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": schema_id,
        **body,
        "$defs": dict(sorted(defs.items())),
    }


def _fix_name(made: dict[str, Any], cls: type) -> None:
    """A contract's own `schema` field holds its name and version, and nothing else."""
    default = next((f.default for f in dataclasses.fields(cls) if f.name == "schema"), None)
    if default is not None:
        made["properties"]["schema"] = {"const": default}


def _schema(kind: Any, defs: dict[str, Any]) -> dict[str, Any]:
    if kind in _SCALARS:
        return {"type": _SCALARS[kind]}
    if dataclasses.is_dataclass(kind):
        return _object(kind, defs)
    origin, args = get_origin(kind), get_args(kind)
    if origin is Literal:
        return {"enum": list(args)}
    if origin in (Union, UnionType):
        return {"anyOf": [_schema(a, defs) for a in args]}
    return _array(args, defs) if origin is tuple else _mapping(origin, args, defs)


def _mapping(origin: Any, args: tuple[Any, ...], defs: dict[str, Any]) -> dict[str, Any]:
    """A mapping's values; anything else (`Any`) may be any JSON value."""
    if origin not in (dict, Mapping):
        return {}
    return {"type": "object", "additionalProperties": _schema(args[1], defs)}


def _array(args: tuple[Any, ...], defs: dict[str, Any]) -> dict[str, Any]:
    if args[-1] is Ellipsis:
        return {"type": "array", "items": _schema(args[0], defs)}
    return {"type": "array", "items": _schema(args[0], defs), "minItems": len(args), "maxItems": len(args)}


def _object(cls: Any, defs: dict[str, Any]) -> dict[str, Any]:
    name = cls.__name__
    if name not in defs:
        defs[name] = {}
        hints = get_type_hints(cls)
        fields = [f.name for f in dataclasses.fields(cls) if INNER not in f.metadata]
        defs[name] = {
            "type": "object",
            "description": inspect.cleandoc(cls.__doc__ or "").split("\n", 1)[0],
            "properties": {f: _schema(hints[f], defs) for f in fields},
            "required": fields,
        }
    return {"$ref": f"#/$defs/{name}"}
