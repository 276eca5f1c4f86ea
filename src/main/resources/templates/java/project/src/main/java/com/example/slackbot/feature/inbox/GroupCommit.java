package com.example.slackbot.feature.inbox;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A SQLite file with one thread that reads and writes it. All that is asked meanwhile goes into the next transaction:
 * the wait for the disk, a millisecond or two, is shared.
 */
final class GroupCommit implements AutoCloseable {

    /** Something to do inside a transaction. */
    interface Step<T> {
        T on(Connection connection) throws SQLException;
    }

    private record Asked<T>(Step<T> step, boolean writes, CompletableFuture<T> answer) {}

    private final BlockingQueue<Asked<?>> asked = new LinkedBlockingQueue<>();
    private final Connection connection;
    private final Thread thread = new Thread(this::serve, "inbox database");
    private volatile boolean closed;

    GroupCommit(Path file) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("pragma synchronous = full"); // a commit outlives the machine's power, too
            statement.execute("pragma busy_timeout = 2000");
        }
        connection.setAutoCommit(false);
        thread.setDaemon(true);
        thread.start();
    }

    /** Reads, after what was asked to be written before. */
    <T> T read(Step<T> step) throws SQLException {
        return answer(new Asked<>(step, false, new CompletableFuture<>()));
    }

    /** Writes, and returns when it is on the disk. */
    <T> T write(Step<T> step) throws SQLException {
        return answer(new Asked<>(step, true, new CompletableFuture<>()));
    }

    private <T> T answer(Asked<T> mine) throws SQLException {
        asked.add(mine);
        if (closed) {
            throw new SQLException("closed");
        }
        try {
            return mine.answer().get();
        } catch (ExecutionException e) {
            throw new SQLException(e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", e);
        }
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
            asked.forEach(left -> left.answer().completeExceptionally(new SQLException("closed")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connection.close();
    }

    private void serve() {
        List<Asked<?>> together = new ArrayList<>();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                together.add(asked.take());
                asked.drainTo(together);
                commit(together.stream().filter(Asked::writes).toList());
                together.stream().filter(one -> !one.writes()).forEach(one -> commit(List.of(one)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            together.clear();
        }
    }

    /** All or none. When one step fails, each has a transaction of its own, so that the others do not fail with it. */
    private void commit(List<Asked<?>> together) {
        List<Runnable> answers = new ArrayList<>();
        try {
            for (Asked<?> one : together) {
                answers.add(answerOf(one));
            }
            connection.commit();
            answers.forEach(Runnable::run);
        } catch (Throwable e) { // or nobody would serve any more
            rollback();
            if (together.size() > 1) {
                together.forEach(one -> commit(List.of(one)));
            } else {
                together.forEach(one -> one.answer().completeExceptionally(e));
            }
        }
    }

    private <T> Runnable answerOf(Asked<T> one) throws SQLException {
        T value = one.step().on(connection);
        return () -> one.answer().complete(value);
    }

    private void rollback() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // What failed is said to those who asked.
        }
    }
}
