package com.example.slackbot.feature.workspaces;

import com.example.slackbot.feature.inbox.Database;
import com.example.slackbot.feature.inbox.SideTables;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The tokens of all installations, each encrypted. An installation is told by the id of its workspace, or of its
 * organization when it is org-wide.
 */
final class TokenStore {
    private static final String TABLE = """
            create table if not exists slack_token (
              installed_in text not null, owner text not null, secret text not null, bot_user text,
              expires bigint, installed bigint not null, primary key (installed_in, owner))""";

    private static final String SAVE = """
            insert into slack_token (installed_in, owner, secret, bot_user, expires, installed)
            values (?, ?, ?, ?, ?, ?)
            on conflict (installed_in, owner) do update set secret = excluded.secret, bot_user = excluded.bot_user,
              expires = excluded.expires, installed = excluded.installed""";

    private final SideTables tables;
    private final KeyRing keys;

    /** SQLite has no locks of rows; its transactions that write come one after the other. */
    private final String rowLock;

    TokenStore(Database database, KeyRing keys) {
        this.keys = keys;
        rowLock = database instanceof Database.Postgres ? " for update" : "";
        tables = new SideTables(database, "installations", session -> {
            session.update(TABLE);
            encryptAnew(session);
            return null;
        });
    }

    /** Where a secret lies, and what it is there. */
    private record Locked(String installedIn, String owner, String secret) {

        static Locked of(ResultSet row) throws SQLException {
            return new Locked(row.getString("installed_in"), row.getString("owner"), row.getString("secret"));
        }

        String place() {
            return TokenStore.place(installedIn, owner);
        }
    }

    /** Gets a new token in the place of one; none when its installation has ended. */
    interface Exchange {
        Optional<InstalledToken> of(InstalledToken due) throws IOException;
    }

    /** All tokens of an installation by their owners; none if there is no such installation. */
    Map<String, InstalledToken> find(String installedIn) throws IOException {
        return tables.use(session -> tokens(session, "where installed_in = ?", installedIn));
    }

    /** Keeps what somebody has said yes to, all of it or nothing. */
    void save(String installedIn, Map<String, InstalledToken> byOwner) throws IOException {
        tables.transact(session -> {
            for (Map.Entry<String, InstalledToken> entry : byOwner.entrySet()) {
                save(session, installedIn, entry.getKey(), entry.getValue());
            }
            return null;
        });
    }

    /** Forgets one owner's token. */
    void delete(String installedIn, String owner) throws IOException {
        tables.use(session -> delete(session, installedIn, owner));
    }

    /**
     * Exchanges a token that is due, in one process at a time: the row is locked until the new one is kept, and who has
     * waited for that finds it. Two that exchange the same one would make each other's useless.
     *
     * @return what is kept then; empty if there is none any more
     * @throws IOException also when another process takes too long
     */
    Optional<InstalledToken> rotate(String installedIn, String owner, Exchange exchange) throws IOException {
        return tables.transact(session -> {
            String row = "where installed_in = ? and owner = ?" + rowLock;
            InstalledToken kept = tokens(session, row, installedIn, owner).get(owner);
            if (kept == null || !kept.isDue(Instant.now())) {
                return Optional.ofNullable(kept);
            }
            Optional<InstalledToken> next = exchange.of(kept).map(kept::next);
            if (next.isPresent()) {
                save(session, installedIn, owner, next.get());
            } else {
                delete(session, installedIn, owner);
            }
            return next;
        });
    }

    private Map<String, InstalledToken> tokens(SideTables.Session session, String which, Object... values)
            throws SQLException {
        return session.query(row -> Map.entry(row.getString("owner"), token(row)),
                        "select * from slack_token " + which, values).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private InstalledToken token(ResultSet row) throws SQLException {
        Locked locked = Locked.of(row);
        long expires = row.getLong("expires");
        boolean isForEver = row.wasNull();
        return InstalledToken.of(
                keys.open(locked.secret(), locked.place()),
                row.getString("bot_user"),
                isForEver ? null : Instant.ofEpochMilli(expires),
                Instant.ofEpochMilli(row.getLong("installed")));
    }

    private void save(SideTables.Session session, String installedIn, String owner, InstalledToken token)
            throws SQLException {
        session.update(SAVE,
                installedIn,
                owner,
                keys.lock(token.secret(), place(installedIn, owner)),
                token.botUser(),
                token.expires() == null ? null : token.expires().toEpochMilli(),
                token.installed().toEpochMilli());
    }

    private static int delete(SideTables.Session session, String installedIn, String owner) throws SQLException {
        return session.update("delete from slack_token where installed_in = ? and owner = ?", installedIn, owner);
    }

    private static String place(String installedIn, String owner) {
        return installedIn + " " + owner;
    }

    /** What an older key has encrypted, the first one does from now on, so that the older one can go. */
    private void encryptAnew(SideTables.Session session) throws SQLException {
        for (Locked old : session.query(Locked::of, "select installed_in, owner, secret from slack_token")) {
            if (keys.isOld(old.secret())) {
                session.update(
                        "update slack_token set secret = ? where installed_in = ? and owner = ? and secret = ?",
                        keys.lock(keys.open(old.secret(), old.place()), old.place()),
                        old.installedIn(), old.owner(), old.secret());
            }
        }
    }
}
