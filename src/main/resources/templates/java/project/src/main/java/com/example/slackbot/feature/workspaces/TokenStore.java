package com.example.slackbot.feature.workspaces;

import com.example.slackbot.feature.inbox.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The tokens of all installations, each encrypted, and the states of those that are under way. An installation is told
 * by the id of its workspace, or of its organization when it is org-wide. Most look-ups are answered by a cache, so
 * each has a connection of its own.
 */
final class TokenStore {
    /** Any number, the same in each process: without it, two that make the tables at once get in each other's way. */
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(5120774863)";

    private static final String TOKENS = """
            create table if not exists slack_token (
              installed_in text not null, owner text not null, secret text not null, bot_user text,
              expires bigint, installed bigint not null, primary key (installed_in, owner))""";

    private static final String STATES =
            "create table if not exists oauth_state (state text primary key, until bigint not null)";

    private static final String SAVE = """
            insert into slack_token (installed_in, owner, secret, bot_user, expires, installed)
            values (?, ?, ?, ?, ?, ?)
            on conflict (installed_in, owner) do update set secret = excluded.secret, bot_user = excluded.bot_user,
              expires = excluded.expires, installed = excluded.installed""";

    /** Who waits for another process's new token waits no longer than Slack waits for an answer. */
    private static final String SHORT_WAIT = "set lock_timeout = 2000";

    private final Database database;
    private final KeyRing keys;
    private boolean isPrepared;

    TokenStore(Database database, KeyRing keys) {
        this.database = database;
        this.keys = keys;
    }

    private interface Work<T> {
        T in(Connection connection) throws SQLException, IOException;
    }

    /** Gets a new token in the place of one; none when its installation has ended. */
    interface Exchange {
        Optional<InstalledToken> of(InstalledToken due) throws IOException;
    }

    /** All tokens of an installation by their owners; none if there is no such installation. */
    Map<String, InstalledToken> find(String installedIn) throws IOException {
        return connected(connection -> tokens(connection, "where installed_in = ?", installedIn));
    }

    /** Keeps what somebody has said yes to, all of it or nothing. */
    void save(String installedIn, Map<String, InstalledToken> byOwner) throws IOException {
        transaction(connection -> {
            for (Map.Entry<String, InstalledToken> entry : byOwner.entrySet()) {
                save(connection, installedIn, entry.getKey(), entry.getValue());
            }
            return null;
        });
    }

    /** Forgets one owner's token. */
    void delete(String installedIn, String owner) throws IOException {
        connected(connection -> delete(connection, installedIn, owner));
    }

    /**
     * Exchanges a token that is due, in one process at a time: the row is locked until the new one is kept, and who has
     * waited for that finds it. Two that exchange the same one would make each other's useless.
     *
     * @return what is kept then; empty if there is none any more
     * @throws IOException also when another process takes too long
     */
    Optional<InstalledToken> rotate(String installedIn, String owner, Exchange exchange) throws IOException {
        return transaction(connection -> {
            String row = "where installed_in = ? and owner = ?" + rowLock();
            InstalledToken kept = tokens(connection, row, installedIn, owner).get(owner);
            if (kept == null || !kept.isDue(Instant.now())) {
                return Optional.ofNullable(kept);
            }
            Optional<InstalledToken> next = exchange.of(kept).map(kept::next);
            if (next.isPresent()) {
                save(connection, installedIn, owner, next.get());
            } else {
                delete(connection, installedIn, owner);
            }
            return next;
        });
    }

    /** SQLite has no locks of rows; its transactions that write come one after the other. */
    private String rowLock() {
        return database instanceof Database.Postgres ? " for update" : "";
    }

    /** Notes that an installation is under way; those that came to nothing go. */
    void begin(String state, Instant until) throws IOException {
        connected(connection -> {
            update(connection, "delete from oauth_state where until < ?", Instant.now().toEpochMilli());
            return update(connection, "insert into oauth_state values (?, ?)", state, until.toEpochMilli());
        });
    }

    /** Takes a state, in one step: of two that bring it at once, one has it. */
    boolean take(String state) throws IOException {
        long now = Instant.now().toEpochMilli();
        return connected(connection ->
                update(connection, "delete from oauth_state where state = ? and until >= ?", state, now)) == 1;
    }

    private Map<String, InstalledToken> tokens(Connection connection, String which, Object... values)
            throws SQLException {
        Map<String, InstalledToken> tokens = new HashMap<>();
        try (PreparedStatement statement = prepared(connection, "select * from slack_token " + which, values);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String owner = row.getString("owner");
                String secret = keys.open(row.getString("secret"), place(row.getString("installed_in"), owner));
                long expires = row.getLong("expires");
                boolean isForEver = row.wasNull();
                tokens.put(owner, InstalledToken.of(
                        secret,
                        row.getString("bot_user"),
                        isForEver ? null : Instant.ofEpochMilli(expires),
                        Instant.ofEpochMilli(row.getLong("installed"))));
            }
        }
        return tokens;
    }

    private void save(Connection connection, String installedIn, String owner, InstalledToken token)
            throws SQLException {
        update(connection, SAVE,
                installedIn,
                owner,
                keys.lock(token.secret(), place(installedIn, owner)),
                token.botUser(),
                token.expires() == null ? null : token.expires().toEpochMilli(),
                token.installed().toEpochMilli());
    }

    private static int delete(Connection connection, String installedIn, String owner) throws SQLException {
        return update(connection, "delete from slack_token where installed_in = ? and owner = ?", installedIn, owner);
    }

    private static String place(String installedIn, String owner) {
        return installedIn + " " + owner;
    }

    private <T> T transaction(Work<T> work) throws IOException {
        return connected(connection -> {
            connection.setAutoCommit(false); // what is not committed goes with the connection
            T result = work.in(connection);
            connection.commit();
            return result;
        });
    }

    private <T> T connected(Work<T> work) throws IOException {
        try (Connection connection = connect()) {
            prepare(connection);
            return work.in(connection);
        } catch (SQLException e) {
            throw new IOException("The database does not keep installations: SQLSTATE " + e.getSQLState(), e);
        }
    }

    private Connection connect() throws SQLException, IOException {
        if (database instanceof Database.Embedded embedded) {
            Files.createDirectories(embedded.directory());
            return DriverManager.getConnection("jdbc:sqlite:" + embedded.directory().resolve("installations.db")
                    + "?journal_mode=WAL&synchronous=FULL&transaction_mode=IMMEDIATE&busy_timeout=2000");
        }
        Database.Postgres postgres = (Database.Postgres) database;
        Properties properties = new Properties();
        properties.setProperty("user", postgres.user());
        properties.setProperty("password", postgres.password());
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("socketTimeout", "20");
        Connection connection = DriverManager.getConnection(postgres.jdbcUrl(), properties);
        update(connection, SHORT_WAIT);
        return connection;
    }

    private synchronized void prepare(Connection connection) throws SQLException {
        if (isPrepared) {
            return;
        }
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            if (database instanceof Database.Postgres) {
                statement.execute(ONE_AT_A_TIME);
            }
            statement.execute(TOKENS);
            statement.execute(STATES);
        }
        encryptAnew(connection);
        connection.commit();
        connection.setAutoCommit(true);
        isPrepared = true;
    }

    /** What an older key has encrypted, the first one does from now on, so that the older one can go. */
    private void encryptAnew(Connection connection) throws SQLException {
        Map<String[], String> old = new LinkedHashMap<>();
        try (PreparedStatement statement = prepared(connection, "select installed_in, owner, secret from slack_token");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                if (keys.isOld(row.getString(3))) {
                    old.put(new String[] {row.getString(1), row.getString(2)}, row.getString(3));
                }
            }
        }
        for (Map.Entry<String[], String> entry : old.entrySet()) {
            String[] key = entry.getKey();
            String place = place(key[0], key[1]);
            update(connection, "update slack_token set secret = ? where installed_in = ? and owner = ? and secret = ?",
                    keys.lock(keys.open(entry.getValue(), place), place), key[0], key[1], entry.getValue());
        }
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
