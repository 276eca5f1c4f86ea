package com.example.slackbot.feature.inbox;

import com.example.slackbot.runtime.Environment;
import com.example.slackbot.runtime.StartupException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Where deliveries are kept. */
public sealed interface Database {
    String PROPERTIES = "/com/example/slackbot/feature/inbox/inbox.properties";
    String EXPECTED = "postgresql://USER:PASSWORD@HOST:PORT/DATABASE";

    /** A PostgreSQL, for any number of processes. */
    record Postgres(String jdbcUrl, String user, String password) implements Database {
        /** Leaves the password out, so that no log line can show it. */
        @Override
        public String toString() {
            return "PostgreSQL";
        }
    }

    /** A SQLite file of one process, on a disk that outlives it. */
    record Embedded(Path directory) implements Database {
        @Override
        public String toString() {
            return "SQLite in " + directory;
        }
    }

    /** The database that {@code DATABASE_URL} names, or a file in {@code DATA_DIR} where one outlives the bot. */
    static Database read(Environment environment) {
        String url = environment.value("DATABASE_URL", null);
        if (url == null) {
            if ("required".equals(Environment.resource(PROPERTIES).getProperty("database-url"))) {
                environment.missing("DATABASE_URL", EXPECTED + "; a file would go with its process");
            }
            return new Embedded(Path.of(environment.value("DATA_DIR", "data")));
        }
        try {
            return postgres(URI.create(url));
        } catch (IllegalArgumentException e) {
            environment.wrong("DATABASE_URL", EXPECTED + "; write special characters of the password as in a web"
                    + " address, such as %40 for @");
            return null;
        }
    }

    private static Database postgres(URI url) {
        boolean known = "postgresql".equals(url.getScheme()) || "postgres".equals(url.getScheme());
        if (!known || url.getHost() == null || url.getPath().length() < 2) {
            throw new IllegalArgumentException();
        }
        String[] user = (url.getRawUserInfo() == null ? "" : url.getRawUserInfo()).split(":", 2);
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        String options = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return new Postgres("jdbc:postgresql://" + url.getHost() + port + url.getRawPath() + options,
                decoded(user[0]), user.length < 2 ? "" : decoded(user[1]));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** @throws StartupException when the file is in use or cannot be made */
    default InboxStore open() throws StartupException {
        if (this instanceof Postgres postgres) {
            return new PostgresStore(postgres);
        }
        return SqliteStore.open(((Embedded) this).directory());
    }
}
