"""How something comes to be done.

Somebody allowed asks, sees what will happen and confirms it; where the permissions say so, somebody else who is
allowed approves it. Whether somebody is allowed is looked up at each step anew.
"""

import logging
from collections.abc import Sequence

from .asker import Asker
from .audit_trail import AuditTrail
from .desk_answer import Approval, Confirmation, DeskAnswer, Done, Told
from .mrkdwn import escaped
from .operation import Change, Operation, Question, SystemTrouble, Words
from .pending import Pending, Step
from .user_groups import UserGroups
from .waiting import WaitingRequests
from .who_may import WhoMay

_LOG = logging.getLogger(__name__)

# Beside what was clicked, not in its place: the answer to the click before may stand there.
GONE = Told("This click does nothing: its request is used or has expired.")
CHANGED = Told("What you confirm is no longer what you were shown. Ask again.")


class Procedure:
    def __init__(
        self, operations: Sequence[Operation], permissions: WhoMay, waiting: WaitingRequests, audit: AuditTrail
    ) -> None:
        self._operations = operations
        self._permissions = permissions
        self._groups = UserGroups()
        self._waiting = waiting
        self._audit = audit

    def meant(self, words: Words) -> Operation | None:
        """What the words ask for, in this set-up."""
        return next((found for found in self._operations if found.name == words[0] and found.accepts(words[1:])), None)

    def help(self, command: str) -> str:
        """What can be asked for; it repeats nothing that was typed."""
        if not self._operations:
            return "No system is set up for this bot yet."
        return "I know these words:\n" + "\n".join(f"`{command} {found.usage}`" for found in self._operations)

    def ask(self, asker: Asker, words: Words) -> DeskAnswer:
        """Of words that mean an operation."""
        operation = self.meant(words)
        command = " ".join(words)
        if operation is None or not self._is_allowed(operation, asker):
            return self._denied(asker, command)
        try:
            if isinstance(operation, Question):
                return Told(escaped(operation.answer(words[1:])))
            assert isinstance(operation, Change)
            offer = operation.offer(words[1:])
        except Exception as error:
            return Told(escaped(_sentence(error)))
        return Confirmation(escaped(offer.text), self._waiting.add(Step.CONFIRMATION, command, offer, asker))

    def confirm(self, asker: Asker, request_id: str) -> DeskAnswer:
        found = self._open(request_id, asker, Step.CONFIRMATION)
        if found is None or found[0].requester != asker.user:
            return GONE
        request, change = found
        if not self._is_allowed(change, asker):
            return self._denied(asker, request.command)
        if self._permissions.of(change).second_person:
            return self._ask_others(asker, request_id, request, change)
        return self._carry_out(asker, request, change, asker.user) if self._waiting.take(request_id) else GONE

    def approve(self, asker: Asker, request_id: str) -> DeskAnswer:
        found = self._open(request_id, asker, Step.APPROVAL)
        if found is None:
            return GONE
        request, change = found
        if not self._is_allowed(change, asker):
            return self._denied(asker, request.command)
        if request.requester == asker.user:
            self._audit.write(asker, request.command, "denied: nobody approves a request of their own")
            return Told("Somebody else has to approve what you asked for.")
        requester = Asker(request.requester, request.team, False, request.channel, asker.slack)
        if not self._is_allowed(change, requester):
            self._audit.write(asker, request.command, "denied: who asked for it may not do it any more")
            return Told("Whoever asked for this may not do it any more.")
        if not self._waiting.take(request_id):
            return GONE
        return self._carry_out(asker, request, change, f"{request.requester}, approved by {asker.user}")

    def drop(self, asker: Asker, request_id: str) -> DeskAnswer:
        """Whoever asked takes it back, whoever may approve it refuses it."""
        found = self._open(request_id, asker, *Step)
        if found is None:
            return GONE
        request, change = found
        is_own = request.requester == asker.user
        if not is_own and not (request.step is Step.APPROVAL and self._is_allowed(change, asker)):
            return self._denied(asker, request.command)
        if not self._waiting.take(request_id):
            return GONE
        self._audit.write(asker, request.command, "taken back" if is_own else "refused")
        return Done(f"`{request.command}`: dropped by <@{asker.user}>. Nothing was done.")

    def forget(self, request_id: str) -> None:
        """Takes back what nobody can be asked to approve."""
        self._waiting.take(request_id)

    def _ask_others(self, asker: Asker, request_id: str, request: Pending, change: Change) -> DeskAnswer:
        """Whoever approves sees what would happen by then, which has to be what was confirmed."""
        try:
            offer = change.offer(_rest(request))
        except Exception as error:
            return Told(escaped(_sentence(error)))
        if offer.pin != request.pin:
            return CHANGED
        if not self._waiting.take(request_id):
            return GONE
        self._audit.write(asker, request.command, "waits for approval")
        return Approval(
            f"<@{asker.user}> asks for `{request.command}`; somebody else who may do it has {self._waiting.time()}"
            f" to approve it.\n{escaped(offer.text)}",
            self._waiting.add(Step.APPROVAL, request.command, offer, asker),
        )

    def _carry_out(self, asker: Asker, request: Pending, change: Change, by: str) -> DeskAnswer:
        """From here on nothing may raise: whoever repeated this would do it twice."""
        approved = "" if request.requester == asker.user else f", approved by <@{asker.user}>"
        people = f"`{request.command}`, by <@{request.requester}>{approved}: "
        self._audit.write(asker, request.command, f"begins, for {by}")
        try:
            outcome = change.carry_out(_rest(request), request.pin, by)
        except Exception as error:
            sentence = _sentence(error)
            self._audit.write(asker, request.command, f"failed: {sentence}")
            return Done(people + escaped(sentence))
        self._audit.write(asker, request.command, f"done: {outcome}")
        return Done(people + escaped(outcome))

    def _denied(self, asker: Asker, command: str) -> DeskAnswer:
        self._audit.write(asker, command, "denied")
        return Told(f"You may not do this here: `{command}`. Ask {self._permissions.whom_to_ask}.")

    def _is_allowed(self, operation: Operation, asker: Asker) -> bool:
        return self._permissions.of(operation).allows(asker, self._groups)

    def _open(self, request_id: str, asker: Asker, *steps: Step) -> tuple[Pending, Change] | None:
        """A click counts for what there is in this set-up."""
        request = self._waiting.find(request_id, asker)
        if request is None or request.step not in steps:
            return None
        change = self.meant(request.command.split(" "))
        return (request, change) if isinstance(change, Change) else None


def _rest(request: Pending) -> Words:
    return request.command.split(" ")[1:]


def _sentence(error: Exception) -> str:
    """What to tell of a failure. Only trouble with a system is put into words for people."""
    if isinstance(error, SystemTrouble):
        return str(error)
    _LOG.error("An operation failed", exc_info=error)
    return "That failed; the log of the bot says why."
