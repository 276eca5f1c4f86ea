// region inbox
package com.example.slackbot.feature.privatesystems;

import com.example.slackbot.feature.inbox.Database;
import com.example.slackbot.feature.inbox.SideTables;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** For several processes on one PostgreSQL, any of which may get a click. */
public final class StoredPendingRequests implements PendingRequests {
    private static final String TABLE = """
            create table if not exists pending_request (
              id text primary key, step text not null, command text not null, pin text not null,
              requester text not null, team text not null, channel text not null, until bigint not null)""";

    private final SideTables tables;

    private StoredPendingRequests(Database.Postgres database) {
        tables = new SideTables(database, "pending_request", session -> session.update(TABLE));
    }

    /** What fits to a database: one process keeps its requests itself. */
    public static PendingRequests in(Database database, PendingRequests ofOneProcess) {
        return database instanceof Database.Postgres shared ? new StoredPendingRequests(shared) : ofOneProcess;
    }

    @Override
    public String add(Pending request) throws IOException {
        String id = UUID.randomUUID().toString(); // 122 bits from a SecureRandom
        tables.use(session -> {
            session.update("delete from pending_request where until < ?", Instant.now().toEpochMilli());
            return session.update("insert into pending_request values (?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    request.step().name(),
                    request.command(),
                    request.pin(),
                    request.requester(),
                    request.team(),
                    request.channel(),
                    request.until().toEpochMilli());
        });
        return id;
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
        return tables.use(session -> session.query(StoredPendingRequests::pending, query, id)).stream().findFirst();
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
}
// endregion
