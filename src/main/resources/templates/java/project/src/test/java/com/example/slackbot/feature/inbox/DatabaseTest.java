package com.example.slackbot.feature.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.slackbot.runtime.Environment;
import com.example.slackbot.runtime.StartupException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {

    @Test
    void readsTheAddressOfAPostgreSql() {
        assertEquals(
                new Database.Postgres("jdbc:postgresql://db.internal:5433/bot?sslmode=require", "bot", "p@ss+word"),
                read("postgresql://bot:p%40ss+word@db.internal:5433/bot?sslmode=require"));
        assertEquals(new Database.Postgres("jdbc:postgresql://db/bot", "", ""), read("postgres://db/bot"));
    }

    @Test
    void isEmbeddedWithoutAnAddress() {
        assertEquals(new Database.Embedded(Path.of("data")), Database.read(new Environment(Map.of())));
        assertEquals(new Database.Embedded(Path.of("/var/lib/bot")),
                Database.read(new Environment(Map.of("DATA_DIR", "/var/lib/bot"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://db/bot", "postgresql:///bot", "postgresql://db", "postgresql://a b/c", "secret"})
    void saysWhatAnAddressLooksLikeAndShowsNone(String url) {
        Environment environment = new Environment(Map.of("DATABASE_URL", url));
        Database.read(environment);

        StartupException wrong = assertThrows(StartupException.class, environment::throwIfWrong);

        assertTrue(wrong.getMessage().startsWith("DATABASE_URL is wrong"), wrong.getMessage());
        assertFalse(wrong.getMessage().contains(url));
    }

    @Test
    void showsNoPassword() {
        assertFalse(read("postgresql://bot:hunter2@db/bot").toString().contains("hunter2"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void makesAFolderForTheBotsUserAlone(@TempDir Path folder) throws Exception {
        Path made = folder.resolve("data");
        new Database.Embedded(made).open().close();

        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(made)));
    }

    private static Database read(String url) {
        return Database.read(new Environment(Map.of("DATABASE_URL", url)));
    }
}
