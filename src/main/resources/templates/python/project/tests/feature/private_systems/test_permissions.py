"""What permissions.yaml may say, and what that means."""

from pathlib import Path

import pytest
from slack_sdk import WebClient

from example_slack_bot.feature.private_systems import permissions_file
from example_slack_bot.feature.private_systems.asker import Asker
from example_slack_bot.feature.private_systems.user_groups import UserGroups
from example_slack_bot.feature.private_systems.who_may import WhoMay
from example_slack_bot.runtime.startup_error import StartupError

from tests.pretend_operations import Countdown, Weather


def person(user: str, channel: str, is_external: bool = False) -> Asker:
    return Asker(user, "T1", is_external, channel, WebClient())


def read_file(file: str) -> WhoMay:
    """Of `missile`, only the word is known."""
    operations = [Weather("dry"), Countdown("launch"), Countdown("strike")]
    return permissions_file.read(file, ["weather", "launch", "strike", "missile"], operations)


def read(folder: Path, text: str) -> WhoMay:
    file = folder / "permissions.yaml"
    file.write_text(text)
    return read_file(str(file))


def test_the_file_in_the_package_allows_nothing() -> None:
    assert read_file("").rules == {}


@pytest.mark.parametrize(
    ("rule", "user", "channel", "allowed"),
    [
        ("{users: [U1]}", "U1", "C1", True),
        ("{users: [U1]}", "U2", "C1", False),
        ("{users: [U1], channels: [C1]}", "U1", "C1", True),
        ("{users: [U1], channels: [C1]}", "U1", "C2", False),
        ("{users: [U1], channels: [C1]}", "U2", "C1", False),
        ("{channels: [C1]}", "U1", "C1", False),
        ("{approval: second-person}", "U1", "C1", False),
        ("{}", "U1", "C1", False),
        ("", "U1", "C1", False),
    ],
)
def test_only_who_is_named_may_where_it_is_named(
    tmp_path: Path, rule: str, user: str, channel: str, allowed: bool
) -> None:
    permissions = read(tmp_path, f"operations: {{launch: {rule}}}")

    assert permissions.rules["launch"].allows(person(user, channel), UserGroups()) == allowed


def test_everyone_may_what_changes_nothing(tmp_path: Path) -> None:
    permissions = read(tmp_path, "operations: {weather: {users: everyone}}")

    assert permissions.rules["weather"].allows(person("U9", "C1"), UserGroups())


def test_nobody_of_another_workspace_may_anything(tmp_path: Path) -> None:
    permissions = read(tmp_path, "operations: {weather: {users: everyone}, launch: {users: [U1]}}")

    external = person("U1", "C1", is_external=True)
    assert not any(rule.allows(external, UserGroups()) for rule in permissions.rules.values())


@pytest.mark.parametrize(
    "text",
    [
        "operations: {launch: {users: everyone}}",
        "operations: {launch: {users: U1}}",
        "operations: {launch: {users: [ann]}}",
        "operations: {launch: {users: [U1, '']}}",
        "operations: {launch: {users: []}}",
        "operations: {launch: {users: [U1], channels: []}}",
        "operations: {launch: {users: [U1], channels: ['#ops']}}",
        "operations: {launch: {users: [U1], channels: }}",
        "operations: {launch: {users: [U1], channel: [C1]}}",
        "operations: {launch: {users: [U1], [channels]: [C1]}}",
        "operations: {launch: {groups: [U1]}}",
        "operations: {launch: {users: [U1], approval: none}}",
        "operations: {launch: {users: [U1], approval: }}",
        "operations: {launch: {users: [U1], aproval: second-person}}",
        "operations: {launch: [U1]}",
        "operations: {weather: {users: [U1], approval: second-person}}",
        "operations: {lanch: {users: [U1]}}",
        "operations: {launch: {users: [U1]}, launch: {users: [U2]}}",
        "operations: &all {launch: *all}",
        "operation: {}",
        "ask: &a [[*a]]",
        "ask: ",
        "- x",
        "{",
        "? [a]\n: b",
        "operations: {launch: {users: [2026-99-99]}}",
        "operations: !!python/object/apply:os.getcwd []",
        "\0",
    ],
)
def test_what_it_does_not_understand_ends_the_start(tmp_path: Path, text: str) -> None:
    with pytest.raises(StartupError) as raised:
        read(tmp_path, text)

    assert raised.value.status == 2
    assert all(len(problem.splitlines()) == 1 for problem in raised.value.problems)


def test_a_file_that_is_not_there_ends_the_start(tmp_path: Path) -> None:
    with pytest.raises(StartupError, match="PERMISSIONS_FILE"):
        read_file(str(tmp_path / "none.yaml"))


def test_says_in_which_line_it_is_no_yaml(tmp_path: Path) -> None:
    with pytest.raises(StartupError, match=r"expected YAML, each key once, .*; see line [23]\."):
        read(tmp_path, "ask: Zoe\noperations: {\n")


def test_may_name_what_is_not_set_up_here(tmp_path: Path) -> None:
    assert set(read(tmp_path, "operations: {missile: {users: [U1]}}").rules) == {"missile"}


def test_takes_a_rule_from_another(tmp_path: Path) -> None:
    text = "operations: {launch: &one {users: [U1], channels: [C1]}, strike: {<<: *one, approval: second-person}}"
    rule = read(tmp_path, text).rules["strike"]

    assert (rule.users, rule.channels, rule.second_person) == (frozenset({"U1"}), frozenset({"C1"}), True)


def test_names_every_problem(tmp_path: Path) -> None:
    with pytest.raises(StartupError) as raised:
        read(tmp_path, "operations: {launch: {users: [x]}, strike: {users: everyone}}")

    assert len(raised.value.problems) == 2
