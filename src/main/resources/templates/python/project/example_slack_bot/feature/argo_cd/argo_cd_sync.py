"""`sync APP`: brings an application to what its repository says, and waits a while for the outcome.

What was shown is what is synced to, whatever the repository says by then. Only an application that Argo CD syncs by
itself goes to what is newest: there Argo CD refuses any other revision.
https://argo-cd.readthedocs.io/en/stable/user-guide/auto_sync/
"""

from ..private_systems import Change, Offer, Watch, Words
from .applications import Applications, is_application


class Sync(Change):
    name = "sync"
    usage = "sync APP"

    def __init__(self, applications: Applications, watch: Watch) -> None:
        self._applications = applications
        self._watch = watch

    def accepts(self, words: Words) -> bool:
        return is_application(words)

    def offer(self, words: Words) -> Offer:
        found = self._applications.get(words[0])
        revision = "" if found.is_automated else found.revision
        aim = f"revision {revision}" if revision else "what is newest by then"
        busy = " Argo CD is at work on it at the moment." if found.is_busy else ""
        return Offer(
            f"Sync {found.name}, which is {found.sync} and {found.health}, to {aim}, in namespace {found.namespace} of"
            f" {found.cluster}. Nothing is pruned.{busy}",
            revision,
        )

    def carry_out(self, words: Words, pin: str, by: str) -> str:
        name = words[0]
        self._applications.sync(name, pin)
        outcome = self._watch.until(lambda: self._outcome(name))
        return outcome or f"The sync of {name} has begun and is not finished yet; `status {name}` tells."

    def _outcome(self, name: str) -> str | None:
        found = self._applications.get(name)
        return None if found.is_busy else f"The sync of {name} ended: {found.phase} {found.message}"
