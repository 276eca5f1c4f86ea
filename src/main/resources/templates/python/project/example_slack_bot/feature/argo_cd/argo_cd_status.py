"""`status APP`: what Argo CD says of an application."""

from ..private_systems import Question, Words
from .applications import Applications, is_application


class Status(Question):
    name = "status"
    usage = "status APP"

    def __init__(self, applications: Applications) -> None:
        self._applications = applications

    def accepts(self, words: Words) -> bool:
        return is_application(words)

    def answer(self, words: Words) -> str:
        found = self._applications.get(words[0])
        revision = f", revision {found.revision}" if found.revision else ""
        last = f"\nLast operation: {found.phase} {found.message}" if found.phase else ""
        return f"{found.name}: {found.sync}, {found.health}{revision}{last}"
