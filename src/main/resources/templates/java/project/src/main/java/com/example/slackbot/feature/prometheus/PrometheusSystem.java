package com.example.slackbot.feature.prometheus;

import com.example.slackbot.feature.privatesystems.Operation;
import com.example.slackbot.feature.privatesystems.PrivateSystem;
import com.example.slackbot.feature.privatesystems.SystemClient;
import com.example.slackbot.feature.privatesystems.SystemSettings;
import com.example.slackbot.runtime.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Prometheus and its Alertmanager, each with an address of its own. */
public final class PrometheusSystem {
    private PrometheusSystem() {}

    public static PrivateSystem read(Environment environment) {
        List<Operation> operations = new ArrayList<>();
        SystemSettings prometheus = new SystemSettings(environment, "PROMETHEUS_");
        if (prometheus.isThere()) {
            operations.add(new PrometheusAlerts(
                    new SystemClient("Prometheus", prometheus.address(), prometheus.bearerIfAny())));
        }
        SystemSettings alertmanager = new SystemSettings(environment, "ALERTMANAGER_");
        if (alertmanager.isThere()) {
            operations.add(new AlertmanagerSilence(
                    new SystemClient("Alertmanager", alertmanager.address(), alertmanager.bearerIfAny())));
        }
        return new PrivateSystem(Set.of(PrometheusAlerts.NAME, AlertmanagerSilence.NAME), operations);
    }
}
