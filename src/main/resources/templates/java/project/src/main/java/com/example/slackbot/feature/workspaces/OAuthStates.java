package com.example.slackbot.feature.workspaces;

import com.example.slackbot.feature.inbox.Database;
import com.example.slackbot.feature.inbox.SideTables;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** What tells installations that are under way, each good once and for some time. */
final class OAuthStates {
    private static final String TABLE =
            "create table if not exists oauth_state (state text primary key, until bigint not null)";

    /** Anybody may begin as many as they like. So many people do not in ten minutes, and they take a few MiB at most. */
    private static final int MOST = 10_000;

    /** Those that came to nothing, and the oldest of too many: were the newest refused, a crowd would lock out all. */
    private static final String LET_GO = "delete from oauth_state where until < ?"
            + " or until <= (select until from oauth_state order by until desc limit 1 offset ?)";

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SideTables tables;
    private final int most;

    OAuthStates(Database database) {
        this(database, MOST);
    }

    OAuthStates(Database database, int most) {
        this.most = most;
        tables = new SideTables(database, "installations", session -> {
            session.update(TABLE);
            return session.update("create index if not exists oauth_state_until on oauth_state (until)");
        });
    }

    /** Makes a state that nobody can guess. */
    String begin(Duration life) throws IOException {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String state = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Instant now = Instant.now();
        tables.use(session -> {
            session.update(LET_GO, now.toEpochMilli(), most - 1);
            return session.update("insert into oauth_state values (?, ?)", state, now.plus(life).toEpochMilli());
        });
        return state;
    }

    /** Takes a state, in one step: of two that bring it at once, one has it. */
    boolean take(String state) throws IOException {
        long now = Instant.now().toEpochMilli();
        return tables.use(session ->
                session.update("delete from oauth_state where state = ? and until >= ?", state, now)) == 1;
    }
}
