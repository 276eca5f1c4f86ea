"""Jenkins, as the environment names it."""

from ...runtime.environment import Environment
from ..private_systems import PrivateSystem, SystemClient, SystemSettings, Watch
from ..private_systems.system_credentials import basic
from .jenkins_build import Build

_WORDS = frozenset({Build.name})


def read_jenkins(environment: Environment) -> PrivateSystem:
    settings = SystemSettings(environment, "JENKINS_")
    if not settings.is_there():
        return PrivateSystem(_WORDS)
    # Jenkins asks nobody for credentials, it just refuses: they have to come with each request.
    credentials = basic(settings.required("USER"), settings.required("TOKEN"))
    return PrivateSystem(_WORDS, [Build(SystemClient("Jenkins", settings.address(), credentials), Watch())])
