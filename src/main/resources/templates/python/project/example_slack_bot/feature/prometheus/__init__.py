"""Prometheus and its Alertmanager, each with an address of its own."""

from ...runtime.environment import Environment
from ..private_systems import PrivateSystem, SystemClient, SystemSettings
from ..private_systems.operation import Operation
from .alertmanager_silence import Silence
from .prometheus_alerts import Alerts


def read_prometheus(environment: Environment) -> PrivateSystem:
    operations: list[Operation] = []
    prometheus = SystemSettings(environment, "PROMETHEUS_")
    if prometheus.is_there():
        operations.append(Alerts(SystemClient("Prometheus", prometheus.address(), prometheus.bearer_if_any())))
    alertmanager = SystemSettings(environment, "ALERTMANAGER_")
    if alertmanager.is_there():
        operations.append(Silence(SystemClient("Alertmanager", alertmanager.address(), alertmanager.bearer_if_any())))
    return PrivateSystem(frozenset({Alerts.name, Silence.name}), operations)
