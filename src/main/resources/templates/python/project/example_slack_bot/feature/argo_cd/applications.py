"""Applications of Argo CD: https://argo-cd.readthedocs.io/en/stable/developer-guide/api-docs/"""

import json
import re
from dataclasses import dataclass
from typing import Any

from ..private_systems import Reply, SystemClient, SystemTrouble, Words
from ..private_systems.fields import object_in, parse, text_in
from ..private_systems.system_client import encoded

# As a name of DNS, which is what Argo CD asks for.
_NAME = "[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?"
_FINISHED = {"", "Succeeded", "Failed", "Error"}


@dataclass(frozen=True)
class Application:
    """What is told of an application."""

    name: str
    project: str
    sync: str
    health: str
    revision: str
    """That it was compared with, and would be synced to; empty if its sources are several."""

    is_automated: bool
    """Whether Argo CD syncs it by itself, to whatever is newest."""

    cluster: str
    namespace: str
    phase: str
    message: str
    operation_waits: bool

    @property
    def is_busy(self) -> bool:
        return self.operation_waits or self.phase not in _FINISHED


class Applications:
    def __init__(self, server: SystemClient, project: str) -> None:
        """The project to look in, if any: without one Argo CD answers 403 for an application that does not exist."""
        self._server = server
        self._project = project

    def get(self, name: str) -> Application:
        """Raises SystemTrouble."""
        query = f"?project={encoded(self._project)}" if self._project else ""
        found = self._read(name, self._server.get(_path(name) + query))
        if self._project and found.project != self._project:  # nothing else says that the server has looked at it
            raise SystemTrouble(f"Argo CD knows no application {name} in the project of this bot.")
        return found

    def sync(self, name: str, revision: str) -> None:
        """Begins a sync; nothing is pruned. Raises SystemTrouble.

        To a revision; without one, to the newest of what the application follows.
        """
        request: dict[str, Any] = {"revision": revision} if revision else {}
        if self._project:
            request["project"] = self._project
        request.update(prune=False, dryRun=False)
        body = json.dumps(request, separators=(",", ":"))
        answer = self._server.post(_path(name) + "/sync", "application/json", body)
        if answer.status == 400 and "another operation is already in progress" in _message(answer):
            raise SystemTrouble(f"Argo CD is already at work on {name}.")
        self._read(name, answer)

    def _read(self, name: str, answer: Reply) -> Application:
        if answer.status == 404:
            raise SystemTrouble(f"Argo CD knows no application {name}.")
        if answer.status == 403:
            raise SystemTrouble(f"Argo CD knows no application {name}, or does not let the bot do this.")
        found = self._server.json(answer)
        spec, status = object_in(found, "spec"), object_in(found, "status")
        destination, operation = object_in(spec, "destination"), object_in(status, "operationState")
        return Application(
            name=name,
            project=text_in(spec, "project"),
            sync=text_in(object_in(status, "sync"), "status"),
            health=text_in(object_in(status, "health"), "status"),
            revision=text_in(object_in(status, "sync"), "revision"),
            is_automated=_is_automated(object_in(spec, "syncPolicy")),
            cluster=text_in(destination, "name") or text_in(destination, "server"),
            namespace=text_in(destination, "namespace"),
            phase=text_in(operation, "phase"),
            message=text_in(operation, "message"),
            operation_waits=bool(object_in(found, "operation")),
        )


def is_application(words: Words) -> bool:
    """Whether the words are the name of an application, and nothing else."""
    return len(words) == 1 and re.fullmatch(_NAME, words[0]) is not None


def _is_automated(policy: dict[str, Any]) -> bool:
    return "automated" in policy and text_in(policy["automated"], "enabled") != "false"


def _message(answer: Reply) -> str:
    try:
        return text_in(parse(answer.body), "message")
    except ValueError:
        return ""


def _path(name: str) -> str:
    return "/api/v1/applications/" + encoded(name)
