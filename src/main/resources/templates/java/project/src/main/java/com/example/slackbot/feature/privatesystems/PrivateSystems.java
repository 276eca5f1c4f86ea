package com.example.slackbot.feature.privatesystems;

import com.example.slackbot.runtime.Environment;
import com.example.slackbot.runtime.StartupException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The systems behind the bot, and who may do what with them. */
public final class PrivateSystems {
    private static final Pattern CHANNEL = Pattern.compile("[CG][A-Z0-9]+");
    private static final Pattern SECONDS = Pattern.compile("[1-9]\\d{0,2}|[12]\\d{3}|3[0-5]\\d{2}|3600");
    private static final String LIMIT = "CONFIRMATION_SECONDS";

    private final List<Operation> operations;
    private final WhoMay permissions;
    private final Duration patience;
    private final AuditTrail audit;

    private PrivateSystems(List<Operation> operations, WhoMay permissions, Duration patience, AuditTrail audit) {
        this.operations = operations;
        this.permissions = permissions;
        this.patience = patience;
        this.audit = audit;
    }

    /**
     * Problems with variables go to the environment, which says them together.
     *
     * @throws StartupException when the permissions are wrong
     */
    public static PrivateSystems read(Environment environment, List<PrivateSystem> systems) throws StartupException {
        List<Operation> operations = systems.stream().flatMap(system -> system.operations().stream()).toList();
        Set<String> words = systems.stream().flatMap(system -> system.words().stream()).collect(Collectors.toSet());
        String auditChannel = environment.value("AUDIT_CHANNEL", null) == null
                ? null
                : environment.secret("AUDIT_CHANNEL", CHANNEL, "the id of a channel, such as C0123ABC");
        return new PrivateSystems(
                operations,
                PermissionsFile.read(environment.value("PERMISSIONS_FILE", null), words, operations),
                patience(environment),
                new AuditTrail(auditChannel));
    }

    // region workspaces
    /** Whether there is any. */
    public boolean areReached() {
        return !operations.isEmpty();
    }

    // endregion
    Procedure procedure(PendingRequests pending) {
        return new Procedure(
                operations, permissions, new WaitingRequests(pending, patience, InstantSource.system()), audit);
    }

    private static Duration patience(Environment environment) {
        if (environment.value(LIMIT, null) == null) {
            return Duration.ofMinutes(10);
        }
        String seconds = environment.secret(LIMIT, SECONDS, "a whole number from 1 to 3600");
        return SECONDS.matcher(seconds).matches() ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO;
    }
}
