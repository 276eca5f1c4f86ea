// region inbox
package com.example.slackbot.feature.privatesystems;

import com.example.slackbot.feature.inbox.Database;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/**
 * For several processes on one PostgreSQL, any of which may get a click. People click seldom: each look has a
 * connection of its own.
 */
public final class StoredPendingRequests implements PendingRequests {
    /** Any number, the same in each process: without it, two that make the table at once get in each other's way. */
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(7361926501)";

    private static final String MOST_SECONDS = "5";

    private static final String TABLE = """
            create table if not exists pending_request (
              id text primary key, step text not null, command text not null, pin text not null,
              requester text not null, team text not null, channel text not null, until bigint not null)""";

    private final Database.Postgres database;
    private boolean isPrepared;

    private StoredPendingRequests(Database.Postgres database) {
        this.database = database;
    }

    /** What fits to a database: one process keeps its requests itself. */
    public static PendingRequests in(Database database, PendingRequests ofOneProcess) {
        return database instanceof Database.Postgres shared ? new StoredPendingRequests(shared) : ofOneProcess;
    }

    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    @Override
    public String add(Pending request) throws IOException {
        String id = UUID.randomUUID().toString(); // 122 bits from a SecureRandom
        return connected(connection -> {
            try (PreparedStatement old = connection.prepareStatement("delete from pending_request where until < ?");
                    PreparedStatement row = connection.prepareStatement(
                            "insert into pending_request values (?, ?, ?, ?, ?, ?, ?, ?)")) {
                old.setLong(1, Instant.now().toEpochMilli());
                old.executeUpdate();
                row.setString(1, id);
                row.setString(2, request.step().name());
                row.setString(3, request.command());
                row.setString(4, request.pin());
                row.setString(5, request.requester());
                row.setString(6, request.team());
                row.setString(7, request.channel());
                row.setLong(8, request.until().toEpochMilli());
                row.executeUpdate();
                return id;
            }
        });
    }

    @Override
    public Optional<Pending> find(String id) throws IOException {
        return one("select * from pending_request where id = ?", id);
    }

    @Override
    public Optional<Pending> take(String id) throws IOException {
        return one("delete from pending_request where id = ? returning *", id);
    }

    private Optional<Pending> one(String query, String id) throws IOException {
        return connected(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(query)) {
                statement.setString(1, id);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(pending(row)) : Optional.empty();
                }
            }
        });
    }

    private static Pending pending(ResultSet row) throws SQLException {
        return new Pending(
                Pending.Step.valueOf(row.getString("step")),
                row.getString("command"),
                row.getString("pin"),
                row.getString("requester"),
                row.getString("team"),
                row.getString("channel"),
                Instant.ofEpochMilli(row.getLong("until")));
    }

    private <T> T connected(Work<T> work) throws IOException {
        Properties login = new Properties();
        login.setProperty("user", database.user());
        login.setProperty("password", database.password());
        login.setProperty("connectTimeout", MOST_SECONDS); // without limits, a click might wait for hours
        login.setProperty("socketTimeout", MOST_SECONDS);
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), login)) {
            prepare(connection);
            return work.in(connection);
        } catch (SQLException e) {
            throw new IOException("The database does not keep requests: SQLSTATE " + e.getSQLState(), e);
        }
    }

    private synchronized void prepare(Connection connection) throws SQLException {
        if (isPrepared) {
            return;
        }
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(ONE_AT_A_TIME);
            statement.execute(TABLE);
        }
        connection.commit();
        connection.setAutoCommit(true);
        isPrepared = true;
    }
}
// endregion
