package com.example.slackbot.feature.inbox;

import com.example.slackbot.runtime.Environment;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Each kind of database. PostgreSQL takes part where TEST_DATABASE_URL names one. */
public enum TestDatabase {
    SQLITE,
    POSTGRESQL;

    /** @param directory of the file, where it is one */
    public Database in(Path directory) {
        if (this == SQLITE) {
            return new Database.Embedded(directory);
        }
        String url = System.getenv("TEST_DATABASE_URL");
        Assumptions.assumeTrue(url != null, "TEST_DATABASE_URL names no PostgreSQL");
        return Database.read(new Environment(Map.of("DATABASE_URL", url)));
    }
}
