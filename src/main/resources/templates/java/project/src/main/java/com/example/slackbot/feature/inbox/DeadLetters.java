package com.example.slackbot.feature.inbox;

import com.example.slackbot.runtime.Environment;
import com.example.slackbot.runtime.StartupException;
import java.sql.SQLException;

/** A command for people: lists the deliveries that failed for the last time, and lets them be worked at once more. */
public final class DeadLetters {
    private DeadLetters() {}

    /** @param args none to list, or the ids of those to revive */
    public static void main(String[] args) throws SQLException {
        try {
            Environment environment = new Environment(System.getenv());
            Database database = Database.read(environment);
            environment.throwIfWrong();
            try (InboxStore store = database.open()) {
                store.prepare();
                list(store, args);
            }
        } catch (StartupException e) {
            e.problems().forEach(System.err::println);
            System.exit(e.status());
        }
    }

    private static void list(InboxStore store, String... ids) throws SQLException {
        if (ids.length == 0) {
            store.dead().forEach(System.out::println);
        }
        for (String id : ids) {
            System.out.println(id + (store.revive(id) ? " is waiting again" : " is not among the dead"));
        }
    }
}
