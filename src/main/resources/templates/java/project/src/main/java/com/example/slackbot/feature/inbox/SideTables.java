package com.example.slackbot.feature.inbox;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Tables beside the inbox's, for those who look into them seldom: each time has a connection of its own. They are made
 * the first time.
 */
public final class SideTables {
    /** Whoever waits for another process's lock waits no longer than Slack waits for an answer. */
    private static final String SHORT_WAIT = "set lock_timeout = 2000";

    private final Database database;
    private final String name;
    private final Work<?> preparation;
    private boolean isPrepared;

    /**
     * @param name of their file in SQLite, and of the lock under which one process at a time makes them in PostgreSQL
     * @param preparation makes them where they are missing, all or nothing
     */
    public SideTables(Database database, String name, Work<?> preparation) {
        this.database = database;
        this.name = name;
        this.preparation = preparation;
    }

    /** What somebody does with them. */
    public interface Work<T> {
        T in(Session session) throws SQLException, IOException;
    }

    /** Reads what a query has found. */
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /**
     * Works with them, each statement for itself.
     *
     * @throws IOException when the database cannot be used; its message shows nothing of what they hold
     */
    public <T> T use(Work<T> work) throws IOException {
        try (Connection connection = connect()) {
            Session session = new Session(connection);
            if (isShared()) {
                session.update(SHORT_WAIT);
            }
            prepare(session);
            return work.in(session);
        } catch (SQLException e) {
            throw new IOException("The database cannot be used: SQLSTATE " + e.getSQLState(), e);
        }
    }

    /**
     * Works with them in one transaction: all or nothing.
     *
     * @throws IOException as {@link #use} does
     */
    public <T> T transact(Work<T> work) throws IOException {
        return use(session -> session.transact(work));
    }

    private Connection connect() throws SQLException, IOException {
        if (database instanceof Database.Embedded embedded) {
            DirectoryLock.make(embedded.directory());
            return DriverManager.getConnection("jdbc:sqlite:" + embedded.directory().resolve(name + ".db")
                    + "?journal_mode=WAL&synchronous=FULL&transaction_mode=IMMEDIATE&busy_timeout=2000");
        }
        Database.Postgres postgres = (Database.Postgres) database;
        Properties properties = new Properties();
        properties.setProperty("user", postgres.user());
        properties.setProperty("password", postgres.password());
        properties.setProperty("connectTimeout", "2"); // without limits, a click might wait for hours
        properties.setProperty("socketTimeout", "5");
        return DriverManager.getConnection(postgres.jdbcUrl(), properties);
    }

    private synchronized void prepare(Session session) throws SQLException, IOException {
        if (isPrepared) {
            return;
        }
        session.transact(own -> {
            if (isShared()) {
                // Two that make a table at the same moment would get in each other's way.
                own.query(row -> name, "select pg_advisory_xact_lock(hashtext(?))", name);
            }
            return preparation.in(own);
        });
        isPrepared = true;
    }

    private boolean isShared() {
        return database instanceof Database.Postgres;
    }

    /** Statements on one connection. */
    public static final class Session {
        private final Connection connection;

        private Session(Connection connection) {
            this.connection = connection;
        }

        /** @return how many rows it was about */
        public int update(String sql, Object... values) throws SQLException {
            try (PreparedStatement statement = prepared(sql, values)) {
                return statement.executeUpdate();
            }
        }

        /** @param sql a query, or a statement that returns rows */
        public <T> List<T> query(Row<T> row, String sql, Object... values) throws SQLException {
            List<T> found = new ArrayList<>();
            try (PreparedStatement statement = prepared(sql, values);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.of(rows));
                }
            }
            return found;
        }

        private PreparedStatement prepared(String sql, Object... values) throws SQLException {
            PreparedStatement statement = connection.prepareStatement(sql);
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement;
        }

        private <T> T transact(Work<T> work) throws SQLException, IOException {
            connection.setAutoCommit(false); // what is not committed goes with the connection
            T result = work.in(this);
            connection.commit();
            connection.setAutoCommit(true);
            return result;
        }
    }
}
