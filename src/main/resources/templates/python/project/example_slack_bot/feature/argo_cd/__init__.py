"""Argo CD, as the environment names it."""

from ...runtime.environment import Environment
from ..private_systems import PrivateSystem, SystemClient, SystemSettings, Watch
from .applications import Applications
from .argo_cd_status import Status
from .argo_cd_sync import Sync

_WORDS = frozenset({Status.name, Sync.name})


def read_argo_cd(environment: Environment) -> PrivateSystem:
    settings = SystemSettings(environment, "ARGOCD_")
    if not settings.is_there():
        return PrivateSystem(_WORDS)
    server = SystemClient("Argo CD", settings.address(), settings.bearer())
    applications = Applications(server, settings.optional("PROJECT"))
    return PrivateSystem(_WORDS, [Status(applications), Sync(applications, Watch())])
