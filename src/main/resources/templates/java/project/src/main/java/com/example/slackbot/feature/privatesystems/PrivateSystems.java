package com.example.slackbot.feature.privatesystems;

import com.example.slackbot.runtime.Environment;
import com.example.slackbot.runtime.StartupException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** The systems behind the bot, as the environment names them: those whose address is set. */
public final class PrivateSystems {
    /** No more than Java's HTTP client takes: it refuses a host with an underscore, for one. */
    private static final Pattern ADDRESS = Pattern.compile("https?://"
            + "([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?(/[A-Za-z0-9._~/-]*)?");

    private static final Pattern TOKEN = Pattern.compile("[!-~]+");
    private static final Pattern CHANNEL = Pattern.compile("[CG][A-Z0-9]+");
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final List<Operation> operations;
    private final WhoMay permissions;
    private final String auditChannel;

    private PrivateSystems(List<Operation> operations, WhoMay permissions, String auditChannel) {
        this.operations = operations;
        this.permissions = permissions;
        this.auditChannel = auditChannel;
    }

    /**
     * Problems with variables go to the environment, which says them together.
     *
     * @throws StartupException when the permissions are wrong
     */
    public static PrivateSystems read(Environment environment) throws StartupException {
        List<Operation> operations = new ArrayList<>();
        if (isSet(environment, "PROMETHEUS_URL")) {
            String token = optional(environment, "PROMETHEUS_TOKEN");
            operations.add(new PrometheusAlerts(client(environment, "Prometheus", "PROMETHEUS_URL", token)));
        }
        if (isSet(environment, "ALERTMANAGER_URL")) {
            String token = optional(environment, "ALERTMANAGER_TOKEN");
            operations.add(new AlertmanagerSilence(client(environment, "Alertmanager", "ALERTMANAGER_URL", token)));
        }
        if (isSet(environment, "ARGOCD_URL")) {
            String token = required(environment, "ARGOCD_TOKEN");
            ArgoCd argoCd = new ArgoCd(
                    client(environment, "Argo CD", "ARGOCD_URL", token), environment.value("ARGOCD_PROJECT", null));
            operations.add(new ArgoCdStatus(argoCd));
            operations.add(new ArgoCdSync(argoCd, PAUSE));
        }
        if (isSet(environment, "JENKINS_URL")) {
            operations.add(new JenkinsBuild(jenkins(environment), PAUSE));
        }
        String auditChannel = isSet(environment, "AUDIT_CHANNEL")
                ? environment.secret("AUDIT_CHANNEL", CHANNEL, "the id of a channel, such as C0123ABC")
                : null;
        return new PrivateSystems(
                operations, PermissionsFile.read(environment.value("PERMISSIONS_FILE", null)), auditChannel);
    }

    // region workspaces
    /** Whether there is any. */
    public boolean areReached() {
        return !operations.isEmpty();
    }

    // endregion
    Procedure procedure(PendingRequests pending) {
        return new Procedure(operations, permissions, pending, new AuditTrail(auditChannel), InstantSource.system());
    }

    private static SystemClient client(Environment environment, String name, String variable, String token) {
        return new SystemClient(name, address(environment, variable), token == null ? null : "Bearer " + token);
    }

    /** Jenkins asks nobody for credentials, it just refuses: they have to come with each request. */
    private static SystemClient jenkins(Environment environment) {
        String credentials = required(environment, "JENKINS_USER") + ":" + required(environment, "JENKINS_TOKEN");
        String encoded = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return new SystemClient("Jenkins", address(environment, "JENKINS_URL"), "Basic " + encoded);
    }

    private static String address(Environment environment, String variable) {
        String address = environment.secret(variable, ADDRESS, "an http or https address without a user");
        return String.valueOf(address).replaceFirst("/+$", "");
    }

    private static String optional(Environment environment, String name) {
        return isSet(environment, name) ? required(environment, name) : null;
    }

    private static String required(Environment environment, String name) {
        return environment.secret(name, TOKEN, "a text without spaces; leave the system's _URL out if it is not used");
    }

    private static boolean isSet(Environment environment, String name) {
        return environment.value(name, null) != null;
    }
}
