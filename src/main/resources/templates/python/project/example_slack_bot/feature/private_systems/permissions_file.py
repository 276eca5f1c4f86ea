"""Reads permissions.yaml. Whatever it does not understand ends the start: a misspelt word must not open a door."""

import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from ...runtime.startup_error import StartupError, wrong_settings
from .operation import Change, Operation, Question
from .who_may import Rule, WhoMay

BUILT_IN = Path(__file__).parents[2] / "permissions.yaml"
_EVERYONE = "everyone"
_SECOND_PERSON = "second-person"
_IDS = {"users": "[UW][A-Z0-9]+", "groups": "S[A-Z0-9]+", "channels": "[CGD][A-Z0-9]+"}
_MERGE = "tag:yaml.org,2002:merge"


def read(file: str, words: Collection[str], operations: Sequence[Operation]) -> WhoMay:
    """Reads a file, or without a name the one in the package. Raises StartupError.

    `words` are what it may speak of, whether or not it can be done here; `operations` what can be done here.
    """
    try:
        text = (Path(file) if file else BUILT_IN).read_bytes()
        content = yaml.load(text, _EachKeyOnce)
    except OSError:
        raise _unreadable("PERMISSIONS_FILE names no file that this process can read.") from None
    except (ValueError, RecursionError, yaml.YAMLError) as error:
        raise _unreadable(
            "expected YAML, each key once, in the file that PERMISSIONS_FILE names, or else in permissions.yaml of the"
            f" package{_line(error)}."
        ) from None
    reader = _Reader(words, operations)
    permissions = reader.permissions(content)
    if reader.problems:
        raise wrong_settings(reader.problems)
    return permissions


def _unreadable(why: str) -> StartupError:
    return wrong_settings([f"The permissions cannot be read: {why}"])


def _line(error: Exception) -> str:
    """Where the trouble is, without a word of what stands there."""
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    return "" if mark is None else f"; see line {mark.line + 1}"


class _EachKeyOnce(yaml.SafeLoader):
    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode) and key.tag != _MERGE]
        if len(keys) != len(set(keys)):
            raise yaml.constructor.ConstructorError(None, None, "a key stands twice", node.start_mark)
        return super().construct_mapping(node, deep)


class _Reader:
    def __init__(self, words: Collection[str], operations: Sequence[Operation]) -> None:
        self.problems: list[str] = []
        self._words = words
        self._changes = {operation.name for operation in operations if isinstance(operation, Change)}
        self._questions = {operation.name for operation in operations if isinstance(operation, Question)}

    def permissions(self, content: object) -> WhoMay:
        """Of what the file holds; None when it is empty."""
        top = self._mapping("the file", content, ("ask", "operations"))
        named = self._mapping("operations", top.get("operations"), self._words)
        rules = {str(name): self._rule(str(name), rule) for name, rule in named.items()}
        ask = top.get("ask", "the owner of the bot")
        if not isinstance(ask, str):
            self.problems.append("permissions.yaml, ask is wrong: expected a text.")
        return WhoMay(str(ask), rules)

    def _rule(self, name: str, content: object) -> Rule:
        rule = self._mapping(name, content, (*_IDS, "approval"))
        everyone = rule.get("users") == _EVERYONE
        if everyone and name in self._changes:
            self._wrong(name, "it changes something, so name its users or groups.")
        approval = rule.get("approval")
        if "approval" in rule and approval != _SECOND_PERSON:
            self._wrong(name, "approval is wrong: expected second-person.")
        elif approval is not None and name in self._questions:
            self._wrong(name, "it changes nothing, so that nobody is asked to approve it.")
        return Rule(
            everyone,
            frozenset() if everyone else self._ids(name, "users", rule),
            self._ids(name, "groups", rule),
            self._ids(name, "channels", rule),
            approval is not None,
        )

    def _ids(self, name: str, key: str, rule: Mapping[str, Any]) -> frozenset[str]:
        if key not in rule:
            return frozenset()
        values = rule[key] if isinstance(rule[key], list) else []
        ids = frozenset(value for value in values if isinstance(value, str) and re.fullmatch(_IDS[key], value))
        if not ids or len(ids) != len(values):
            self._wrong(name, f"{key} is wrong: expected a list of Slack's ids, each like {_IDS[key]}.")
        return ids

    def _mapping(self, what: str, content: object, keys: Collection[str]) -> dict[Any, Any]:
        if not isinstance(content, dict):
            if content is not None:
                self._wrong(what, "expected a mapping.")
            return {}
        for key in content:
            if str(key) not in keys:
                self._wrong(what, f"{key} is unknown: expected {', '.join(sorted(keys))}.")
        return content

    def _wrong(self, what: str, problem: str) -> None:
        self.problems.append(f"permissions.yaml, {what}: {problem}")
