package com.example.slackbot.feature.inbox;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The inbox in PostgreSQL, which any number of processes share. Who works at a delivery holds the lock of its row, in
 * a transaction that ends with its connection: a process that dies leaves nothing behind.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-select.html#SQL-FOR-UPDATE-SHARE">SKIP LOCKED</a>
 */
final class PostgresStore implements InboxStore {

    /** Short enough that Slack hears within its three seconds that a delivery cannot be kept. */
    private static final long PATIENCE_MILLIS = 2_000;

    /** One for each worker, and as many as the insertions of a busy workspace need. */
    private static final int CONNECTIONS = Workers.COUNT + 4;

    /** A machine that is gone says nothing: after a minute the server lets go of the locks that its processes held. */
    private static final String SOON_UNLOCKED =
            "set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3";

    private static final String TABLES = """
            create table if not exists inbox (
              id text primary key,
              body text not null,
              state text not null,
              received timestamptz not null default now(),
              due timestamptz not null default now(),
              error text);
            create index if not exists inbox_due on inbox (due) where state = 'waiting';
            create index if not exists inbox_received on inbox (received) where state = 'done';
            create table if not exists inbox_begun (
              key text primary key,
              times int not null default 1,
              since timestamptz not null default now());
            create table if not exists inbox_beat (id int primary key, at timestamptz not null)""";

    /** A time further ahead than any pause was written before the clock was set back. */
    private static final String CLAIM = """
            select id, body, received, coalesce((select times from inbox_begun where key = id), 0) from inbox
            where state = 'waiting' and (due <= now() or due > now() + interval '15 minutes')
            order by due limit 1 for update skip locked""";

    private final HikariDataSource connections;

    PostgresStore(Database.Postgres database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setValidationTimeout(PATIENCE_MILLIS / 2);
        config.setInitializationFailTimeout(-1); // the bot goes on trying, alive but not ready
        config.addDataSourceProperty("connectTimeout", "2");
        config.addDataSourceProperty("socketTimeout", "20");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.setConnectionInitSql(SOON_UNLOCKED);
        config.setPoolName("inbox");
        connections = new HikariDataSource(config);
    }

    @Override
    public void prepare() throws SQLException {
        try (Connection connection = connections.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Two that make a table at the same moment would get in each other's way.
            statement.execute("select pg_advisory_xact_lock(hashtext('inbox'))");
            statement.execute(TABLES);
            connection.commit();
        }
    }

    @Override
    public boolean add(StoredDelivery delivery, boolean waiting) throws SQLException {
        return update("insert into inbox (id, body, state) values (?, ?, ?) on conflict do nothing",
                delivery.id(), waiting ? delivery.body() : "", waiting ? "waiting" : "done") == 1;
    }

    @Override
    public boolean workAtOne(Function<StoredDelivery, Outcome> work) throws SQLException {
        try (Connection connection = connections.getConnection()) {
            connection.setAutoCommit(false);
            StoredDelivery claimed = claim(connection);
            if (claimed != null) {
                begin(claimed.id());
                write(connection, claimed, work.apply(claimed));
            }
            connection.commit();
            return claimed != null;
        }
    }

    private static StoredDelivery claim(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CLAIM);
                ResultSet row = statement.executeQuery()) {
            return !row.next()
                    ? null
                    : new StoredDelivery(
                            row.getString(1), row.getString(2), row.getTimestamp(3).toInstant(), row.getInt(4));
        }
    }

    private static void write(Connection connection, StoredDelivery delivery, Outcome outcome) throws SQLException {
        if (outcome instanceof Outcome.Again again) {
            update(connection, "update inbox set error = ?, due = now() + ? * interval '1 ms' where id = ?",
                    again.error(), again.pause().toMillis(), delivery.id());
        } else if (outcome instanceof Outcome.Dead dead) {
            update(connection, "update inbox set state = 'dead', error = ? where id = ?", dead.error(), delivery.id());
        } else {
            update(connection, "update inbox set state = 'done', body = '', error = null where id = ?", delivery.id());
        }
    }

    /** On a connection of its own: what that of the work writes counts only once it commits. */
    @Override
    public int begin(String key) throws SQLException {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement("insert into inbox_begun (key) values (?)"
                        + " on conflict (key) do update set times = inbox_begun.times + 1 returning times")) {
            statement.setString(1, key);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    @Override
    public Optional<Silence> silence() throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select at, now() from inbox_beat")) {
            return row.next()
                    ? Optional.of(new Silence(row.getTimestamp(1).toInstant(), row.getTimestamp(2).toInstant()))
                    : Optional.empty();
        }
    }

    @Override
    public void beat() throws SQLException {
        update("insert into inbox_beat values (1, now()) on conflict (id) do update set at = excluded.at");
    }

    // region metrics
    @Override
    public int waiting() throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from inbox where state = 'waiting'")) {
            row.next();
            return row.getInt(1);
        }
    }

    // endregion
    @Override
    public void forgetOlderThan(Duration age) throws SQLException {
        long seconds = age.toSeconds();
        update("delete from inbox where state = 'done' and received < now() - ? * interval '1 s'", seconds);
        update("delete from inbox_begun where since < now() - ? * interval '1 s'", seconds);
    }

    @Override
    public List<String> dead() throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select id, received, error from inbox where state = 'dead' order by received")) {
            while (row.next()) {
                lines.add(row.getString(1) + "  " + row.getTimestamp(2).toInstant() + "  " + row.getString(3));
            }
        }
        return lines;
    }

    @Override
    public boolean revive(String id) throws SQLException {
        update("delete from inbox_begun where key = ?", id);
        return update("update inbox set state = 'waiting', due = now() where state = 'dead' and id = ?", id) == 1;
    }

    @Override
    public void close() {
        connections.close();
    }

    private int update(String sql, Object... values) throws SQLException {
        try (Connection connection = connections.getConnection()) {
            return update(connection, sql, values);
        }
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
