"""Who can make this bot do something it should not?"""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from slack_sdk import WebClient

from example_slack_bot.feature.private_systems import InMemoryPendingRequests
from example_slack_bot.feature.private_systems.asker import Asker
from example_slack_bot.feature.private_systems.audit_trail import AuditTrail
from example_slack_bot.feature.private_systems.desk_answer import (
    Approval,
    Confirmation,
    DeskAnswer,
    Done,
    Told,
)
from example_slack_bot.feature.private_systems.procedure import CHANGED, GONE, Procedure
from example_slack_bot.feature.private_systems.waiting import WaitingRequests
from example_slack_bot.feature.private_systems.who_may import Rule, WhoMay

from tests.pretend_operations import Countdown

ALONE = ["launch", "now"]
FOR_TWO = ["strike", "now"]


def person(user: str, team: str = "T1", channel: str = "C1") -> Asker:
    return Asker(user, team, team != "T1", channel, WebClient())


def rule(second_person: bool, *users: str) -> Rule:
    return Rule(users=frozenset(users), channels=frozenset({"C1"}), second_person=second_person)


ANN, BEN, EVE = person("UANN"), person("UBEN"), person("UEVE")


class Setup:
    def __init__(self) -> None:
        self.launch, self.strike = Countdown("launch"), Countdown("strike")
        self.rules = {"launch": rule(False, "UANN", "UBEN"), "strike": rule(True, "UANN", "UBEN")}
        self.now = 1_000_000.0
        self.procedure = Procedure(
            [self.launch, self.strike],
            WhoMay("Zoe", self.rules),
            WaitingRequests(InMemoryPendingRequests(), 600, lambda: self.now),
            AuditTrail(""),
        )

    @property
    def done(self) -> int:
        return self.launch.done + self.strike.done

    def confirmation(self, asker: Asker, words: list[str]) -> str:
        answer = self.procedure.ask(asker, words)
        assert isinstance(answer, Confirmation)
        return answer.request_id

    def approval(self, asker: Asker) -> str:
        answer = self.procedure.confirm(asker, self.confirmation(asker, FOR_TWO))
        assert isinstance(answer, Approval)
        return answer.request_id


@pytest.fixture
def setup() -> Setup:
    return Setup()


def is_denial(answer: DeskAnswer) -> bool:
    return answer.text.startswith("You may not do this here") and answer.text.endswith("Ask Zoe.")


def test_does_what_was_confirmed(setup: Setup) -> None:
    asked = setup.procedure.ask(ANN, ALONE)
    assert isinstance(asked, Confirmation)
    assert asked.text == "It goes off now."
    assert setup.done == 0

    assert "It is done for UANN" in setup.procedure.confirm(ANN, asked.request_id).text
    assert setup.done == 1


def test_denies_whoever_is_not_named_and_says_whom_to_ask(setup: Setup) -> None:
    assert is_denial(setup.procedure.ask(EVE, ALONE))
    assert is_denial(setup.procedure.ask(person("UANN", channel="C2"), ALONE))
    assert is_denial(setup.procedure.ask(person("UANN", "T2"), ALONE))

    setup.rules.clear()
    assert is_denial(setup.procedure.ask(ANN, ALONE))


def test_asks_nothing_where_nothing_can_be_done(setup: Setup) -> None:
    assert setup.procedure.ask(ANN, ["launch", "never"]) == Told("It cannot go off &lt;!channel&gt;.")


def test_a_click_of_somebody_else_confirms_nothing(setup: Setup) -> None:
    request = setup.confirmation(ANN, ALONE)

    setup.procedure.confirm(BEN, request)
    setup.procedure.confirm(EVE, request)
    setup.procedure.approve(BEN, request)
    assert setup.done == 0


def test_a_click_counts_once(setup: Setup) -> None:
    request = setup.confirmation(ANN, ALONE)

    assert isinstance(setup.procedure.confirm(ANN, request), Done)
    assert setup.procedure.confirm(ANN, request) == GONE  # the answer to the first one stays
    assert setup.done == 1


def test_many_clicks_at_once_count_once(setup: Setup) -> None:
    request = setup.confirmation(ANN, ALONE)
    start = Barrier(16)

    def click(_: int) -> None:
        start.wait()
        setup.procedure.confirm(ANN, request)

    with ThreadPoolExecutor(16) as threads:
        list(threads.map(click, range(16)))
    assert setup.done == 1


def test_a_request_expires(setup: Setup) -> None:
    request, approval = setup.confirmation(ANN, ALONE), setup.approval(ANN)

    setup.now += 600
    assert setup.procedure.confirm(ANN, request) == GONE
    assert setup.procedure.approve(BEN, approval) == GONE
    assert setup.done == 0


@pytest.mark.parametrize("request_id", ["", "None", "launch now", "00000000-0000-0000-0000-000000000000"])
def test_an_id_of_no_request_does_nothing(setup: Setup, request_id: str) -> None:
    setup.procedure.confirm(ANN, request_id)
    setup.procedure.approve(BEN, request_id)
    setup.procedure.drop(ANN, request_id)
    assert setup.done == 0


def test_a_click_elsewhere_does_nothing(setup: Setup) -> None:
    request, approval = setup.confirmation(ANN, ALONE), setup.approval(ANN)

    setup.procedure.confirm(person("UANN", channel="C2"), request)
    setup.procedure.confirm(person("UANN", "T2"), request)
    setup.procedure.approve(person("UBEN", channel="C2"), approval)
    setup.procedure.approve(person("UBEN", "T2"), approval)
    assert setup.done == 0


def test_who_may_is_looked_up_at_each_click(setup: Setup) -> None:
    request, approval = setup.confirmation(ANN, ALONE), setup.approval(ANN)

    assert is_denial(setup.procedure.approve(EVE, approval))
    setup.rules.clear()
    assert is_denial(setup.procedure.confirm(ANN, request))
    assert is_denial(setup.procedure.approve(BEN, approval))
    assert setup.done == 0


def test_a_second_person_approves(setup: Setup) -> None:
    approval = setup.approval(ANN)
    assert setup.done == 0

    assert "UANN, approved by UBEN" in setup.procedure.approve(BEN, approval).text
    assert setup.done == 1

    setup.procedure.approve(BEN, approval)
    assert setup.done == 1


def test_nobody_approves_a_request_of_their_own(setup: Setup) -> None:
    approval = setup.approval(ANN)

    assert setup.procedure.approve(ANN, approval) == Told("Somebody else has to approve what you asked for.")
    setup.procedure.confirm(ANN, approval)
    assert setup.done == 0

    setup.procedure.approve(BEN, approval)  # which nobody's attempt has used up
    assert setup.done == 1


def test_who_may_no_longer_do_it_gets_no_approval(setup: Setup) -> None:
    approval = setup.approval(ANN)

    setup.rules["strike"] = rule(True, "UBEN")
    assert setup.procedure.approve(BEN, approval) == Told("Whoever asked for this may not do it any more.")
    assert setup.done == 0


def test_a_confirmation_is_no_approval(setup: Setup) -> None:
    request = setup.confirmation(ANN, FOR_TWO)

    setup.procedure.approve(BEN, request)
    assert isinstance(setup.procedure.confirm(ANN, request), Approval)
    setup.procedure.confirm(ANN, request)
    setup.procedure.confirm(BEN, request)
    assert setup.done == 0


def test_does_what_was_shown_whatever_has_changed_since(setup: Setup) -> None:
    setup.launch.target = " at A"
    request = setup.confirmation(ANN, ALONE)

    setup.launch.target = " at B"
    assert "It is done at A" in setup.procedure.confirm(ANN, request).text


def test_shows_nobody_for_approval_what_was_not_confirmed(setup: Setup) -> None:
    setup.strike.target = " at A"
    request = setup.confirmation(ANN, FOR_TWO)

    setup.strike.target = " at B"
    assert setup.procedure.confirm(ANN, request) == CHANGED


def test_what_was_dropped_is_gone(setup: Setup) -> None:
    own = setup.confirmation(ANN, ALONE)
    refused, kept = setup.approval(ANN), setup.approval(ANN)

    assert is_denial(setup.procedure.drop(EVE, kept))
    setup.procedure.drop(ANN, own)
    assert setup.procedure.drop(BEN, refused) == Done("`strike now`: dropped by <@UBEN>. Nothing was done.")
    setup.procedure.confirm(ANN, own)
    setup.procedure.approve(BEN, refused)
    assert setup.done == 0

    setup.procedure.approve(BEN, kept)
    assert setup.done == 1


def test_a_failure_is_told_and_not_tried_again(setup: Setup) -> None:
    request = setup.confirmation(ANN, ["launch", "broken"])

    assert "the log of the bot says why" in setup.procedure.confirm(ANN, request).text
    assert setup.procedure.confirm(ANN, request) == GONE
    assert setup.done == 1
