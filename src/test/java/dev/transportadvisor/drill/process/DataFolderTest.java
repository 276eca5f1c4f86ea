package dev.transportadvisor.drill.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a drilled bot stores stays until the drill is over, and leaves nothing behind. */
class DataFolderTest {

    @Test
    void keepsWhatAProcessStoresApartAndIsGoneInTheEnd(@TempDir Path elsewhere) throws IOException {
        Path others = Files.writeString(elsewhere.resolve("others.txt"), "not the bot's");
        Path first;
        try (DataFolder data = DataFolder.create()) {
            first = data.of("replica-1");
            Files.createDirectories(first.resolve("deep"));
            Files.writeString(first.resolve("deep/inbox.db"), "a row");
            Files.createSymbolicLink(first.resolve("link"), elsewhere);

            assertNotEquals(first, data.of("replica-2"));
            assertEquals("a row", Files.readString(data.of("replica-1").resolve("deep/inbox.db")));
        }
        assertFalse(Files.exists(first.getParent()));
        assertTrue(Files.exists(others));
    }

    @Test
    void aBotMayTakeItsFolderAway() throws IOException {
        DataFolder data = DataFolder.create();
        Path own = data.of("replica-1");
        Files.delete(own);
        Files.delete(own.getParent());

        data.close();

        assertFalse(Files.exists(own.getParent()));
    }

    @ParameterizedTest
    @CsvSource({"DATA_DIR, true", "DATABASE_URL, true", "DATA, false"})
    void isNotNeededByWhoIsToldWhereToStore(String variable, boolean isTold) {
        BotCommand bot = new BotCommand(List.of("bot"), Path.of("."), Map.of(variable, "somewhere"));

        assertEquals(isTold, bot.hasStore());
    }
}
