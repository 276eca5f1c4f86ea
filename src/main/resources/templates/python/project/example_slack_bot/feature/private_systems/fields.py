"""Reads answers that may lack a field: what is not there, or of another kind, is empty."""

import json
from typing import Any


def parse(text: str) -> Any:
    """JSON whose numbers stay the texts that they are. Raises ValueError."""
    try:
        return json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def object_in(parent: object, name: str) -> dict[str, Any]:
    value = _value(parent, name)
    return value if isinstance(value, dict) else {}


def list_in(parent: object, name: str) -> list[Any]:
    value = _value(parent, name)
    return value if isinstance(value, list) else []


def text_in(parent: object, name: str) -> str:
    value = _value(parent, name)
    if isinstance(value, bool):
        return str(value).lower()
    return value if isinstance(value, str) else ""


def _value(parent: object, name: str) -> object:
    return parent.get(name) if isinstance(parent, dict) else None
