package com.example.slackbot.feature.inbox;

import com.example.slackbot.runtime.StartupException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The inbox in a SQLite file, which one process has to itself. What it works at stands in its memory alone: when it
 * dies, all that is not done is waiting.
 */
final class SqliteStore implements InboxStore {
    private static final String TABLES = """
            create table if not exists inbox (
              id text primary key,
              body text not null,
              state text not null,
              received integer not null,
              due integer not null,
              error text);
            create index if not exists inbox_due on inbox (due) where state = 'waiting';
            create index if not exists inbox_received on inbox (received) where state = 'done';
            create table if not exists inbox_begun (
              key text primary key,
              times integer not null default 1,
              since integer not null);
            create table if not exists inbox_beat (id integer primary key, at integer not null)""";

    private static final long QUARTER_OF_AN_HOUR = Duration.ofMinutes(15).toMillis();

    private final FileChannel lock;
    private final GroupCommit database;

    private final Set<String> claimed = ConcurrentHashMap.newKeySet();

    private SqliteStore(FileChannel lock, GroupCommit database) {
        this.lock = lock;
        this.database = database;
    }

    /**
     * Opens the file for this process alone.
     *
     * @throws StartupException when another process has it, or the folder cannot be written to
     */
    static SqliteStore open(Path directory) throws StartupException {
        FileChannel lock = DirectoryLock.take(directory);
        try {
            return new SqliteStore(lock, new GroupCommit(directory.resolve("inbox.db")));
        } catch (SQLException e) {
            throw StartupException.failed("The database in DATA_DIR cannot be used: " + e.getMessage());
        }
    }

    @Override
    public void prepare() throws SQLException {
        database.write(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(TABLES);
            }
        });
    }

    @Override
    public boolean add(StoredDelivery delivery, boolean waiting) throws SQLException {
        long now = delivery.received().toEpochMilli();
        return database.write(connection -> update(connection,
                "insert into inbox (id, body, state, received, due) values (?, ?, ?, ?, ?) on conflict do nothing",
                delivery.id(), waiting ? delivery.body() : "", waiting ? "waiting" : "done", now, now)) == 1;
    }

    @Override
    public boolean workAtOne(Function<StoredDelivery, Outcome> work) throws SQLException {
        StoredDelivery delivery = database.read(this::claim);
        if (delivery == null) {
            return false;
        }
        try {
            begin(delivery.id());
            Outcome outcome = work.apply(delivery);
            database.write(connection -> write(connection, delivery, outcome));
        } finally {
            claimed.remove(delivery.id());
        }
        return true;
    }

    /** A time further ahead than any pause was written before the clock was set back. */
    private StoredDelivery claim(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select id, body, received, coalesce((select times from inbox_begun where key = id), 0) from inbox"
                        + " where state = 'waiting' and (due <= ? or due > ?) order by due limit ?")) {
            statement.setLong(1, now());
            statement.setLong(2, now() + QUARTER_OF_AN_HOUR);
            statement.setInt(3, claimed.size() + 1);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    if (claimed.add(row.getString(1))) {
                        return new StoredDelivery(row.getString(1), row.getString(2),
                                Instant.ofEpochMilli(row.getLong(3)), row.getInt(4));
                    }
                }
            }
        }
        return null;
    }

    private static int write(Connection connection, StoredDelivery delivery, Outcome outcome) throws SQLException {
        if (outcome instanceof Outcome.Again again) {
            return update(connection, "update inbox set error = ?, due = ? where id = ?",
                    again.error(), now() + again.pause().toMillis(), delivery.id());
        }
        if (outcome instanceof Outcome.Dead dead) {
            return update(connection, "update inbox set state = 'dead', error = ? where id = ?",
                    dead.error(), delivery.id());
        }
        return update(connection, "update inbox set state = 'done', body = '', error = null where id = ?",
                delivery.id());
    }

    @Override
    public int begin(String key) throws SQLException {
        return database.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("insert into inbox_begun (key, since)"
                    + " values (?, ?) on conflict (key) do update set times = times + 1 returning times")) {
                statement.setString(1, key);
                statement.setLong(2, now());
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        });
    }

    @Override
    public Optional<Silence> silence() throws SQLException {
        Instant now = Instant.ofEpochMilli(now());
        return database.read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select at from inbox_beat")) {
                return row.next()
                        ? Optional.of(new Silence(Instant.ofEpochMilli(row.getLong(1)), now))
                        : Optional.empty();
            }
        });
    }

    @Override
    public void beat() throws SQLException {
        database.write(connection -> update(connection,
                "insert into inbox_beat values (1, ?) on conflict (id) do update set at = excluded.at", now()));
    }

    // region metrics
    @Override
    public int waiting() throws SQLException {
        return database.read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from inbox where state = 'waiting'")) {
                row.next();
                return row.getInt(1);
            }
        });
    }

    // endregion
    @Override
    public void forgetOlderThan(Duration age) throws SQLException {
        long before = now() - age.toMillis();
        database.write(connection -> update(connection,
                "delete from inbox where state = 'done' and received < ?", before)
                + update(connection, "delete from inbox_begun where since < ?", before));
    }

    @Override
    public List<String> dead() throws SQLException {
        return database.read(connection -> {
            List<String> lines = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "select id, received, error from inbox where state = 'dead' order by received")) {
                while (row.next()) {
                    lines.add(row.getString(1) + "  " + Instant.ofEpochMilli(row.getLong(2)) + "  "
                            + row.getString(3));
                }
            }
            return lines;
        });
    }

    @Override
    public boolean revive(String id) throws SQLException {
        return database.write(connection -> {
            update(connection, "delete from inbox_begun where key = ?", id);
            return update(connection, "update inbox set state = 'waiting', due = ? where state = 'dead' and id = ?",
                    now(), id);
        }) == 1;
    }

    @Override
    public void close() throws SQLException {
        database.close();
        try {
            lock.close();
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    private static long now() {
        return System.currentTimeMillis();
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
