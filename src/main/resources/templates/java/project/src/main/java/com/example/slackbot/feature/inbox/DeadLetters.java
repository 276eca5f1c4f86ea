package com.example.slackbot.feature.inbox;

import com.example.slackbot.runtime.Environment;
import com.example.slackbot.runtime.StartupException;
import java.sql.SQLException;

/**
 * A command for people: lists the deliveries that failed for the last time, and lets them be worked at once more. Exit
 * status: 1 when one of those named is not dead or the database is away, 2 when a setting is wrong.
 */
public final class DeadLetters {
    private DeadLetters() {}

    /** @param args none to list, or the ids of those to revive */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    private static int run(String... ids) {
        try {
            Environment environment = new Environment(System.getenv());
            Database database = Database.read(environment);
            environment.throwIfWrong();
            try (InboxStore store = database.open()) {
                store.prepare();
                return list(store, ids) ? 0 : 1;
            }
        } catch (StartupException e) {
            e.problems().forEach(System.err::println);
            return e.status();
        } catch (SQLException e) {
            System.err.println("The database cannot be used: " + e.getMessage());
            return 1;
        }
    }

    /** Tells whether all of them are dead. */
    private static boolean list(InboxStore store, String... ids) throws SQLException {
        if (ids.length == 0) {
            store.dead().forEach(System.out::println);
        }
        boolean areDead = true;
        for (String id : ids) {
            boolean isDead = store.revive(id);
            System.out.println(id + (isDead ? " is waiting again" : " is not among the dead"));
            areDead &= isDead;
        }
        return areDead;
    }
}
