package com.example.slackbot.feature.workspaces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.slackbot.feature.inbox.Database;
import com.example.slackbot.feature.inbox.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The same in both databases. */
@ParameterizedClass
@EnumSource
class TokenStoreTest {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Parameter
    TestDatabase kind;

    @TempDir
    Path directory;

    private final String team = "T" + UUID.randomUUID();
    private Database database;
    private TokenStore store;

    @BeforeEach
    void open() {
        database = kind.in(directory);
        store = new TokenStore(database, new KeyRing(KeyRingTest.OLD));
    }

    private static InstalledToken token(String access, Instant expires) {
        return new InstalledToken(access, expires == null ? null : access + "-refresh", "U0BOT", expires, NOW);
    }

    @Test
    void keepsWhatWasInstalled() throws Exception {
        InstalledToken bot = token("xoxb-1", null);
        InstalledToken person = token("xoxp-1", NOW.plusSeconds(60));

        store.save(team, Map.of(InstalledToken.BOT, bot, "U1", person));

        assertEquals(Map.of(InstalledToken.BOT, bot, "U1", person), store.find(team));
        assertEquals(Map.of(), store.find("T0OTHER"));
    }

    @Test
    void keepsTheLatestOfTwoInstallations() throws Exception {
        store.save(team, Map.of(InstalledToken.BOT, token("xoxb-1", null)));
        store.save(team, Map.of(InstalledToken.BOT, token("xoxb-2", null)));

        assertEquals(Map.of(InstalledToken.BOT, token("xoxb-2", null)), store.find(team));
    }

    @Test
    void forgetsOneToken() throws Exception {
        store.save(team, Map.of(InstalledToken.BOT, token("xoxb-1", null), "U1", token("xoxp-1", null)));

        store.delete(team, "U1");

        assertEquals(List.of(InstalledToken.BOT), List.copyOf(store.find(team).keySet()));
    }

    /** Each replica has a store of its own. */
    @Test
    void ofTwoReplicasOneGetsANewToken() throws Exception {
        store.save(team, Map.of(InstalledToken.BOT, token("xoxb-1", NOW.plusSeconds(60))));
        AtomicInteger exchanges = new AtomicInteger();
        TokenStore.Exchange slowly = due -> {
            try {
                Thread.sleep(300);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return Optional.of(token("xoxb-" + exchanges.incrementAndGet() + "-new", NOW.plusSeconds(43_200)));
        };

        List<String> found = atOnce(() -> new TokenStore(database, new KeyRing(KeyRingTest.OLD))
                .rotate(team, InstalledToken.BOT, slowly).orElseThrow().access());

        assertEquals(1, exchanges.get());
        assertEquals(List.of("xoxb-1-new", "xoxb-1-new"), found);
        assertEquals(NOW, store.find(team).get(InstalledToken.BOT).installed(), "it is the same installation");
    }

    @Test
    void aFailedExchangeChangesNothing() throws Exception {
        InstalledToken due = token("xoxb-1", NOW.plusSeconds(60));
        store.save(team, Map.of(InstalledToken.BOT, due));

        assertThrows(IOException.class, () -> store.rotate(team, InstalledToken.BOT, token -> {
            throw new IOException("Slack is away");
        }));

        assertEquals(Map.of(InstalledToken.BOT, due), store.find(team));
    }

    @Test
    void whatHasEndedIsForgotten() throws Exception {
        store.save(team, Map.of(InstalledToken.BOT, token("xoxb-1", NOW), "U1", token("xoxp-1", null)));

        assertEquals(Optional.empty(), store.rotate(team, InstalledToken.BOT, due -> Optional.empty()));

        assertEquals(Map.of("U1", token("xoxp-1", null)), store.find(team));
    }

    @Test
    void theDatabaseHoldsNoTokenInClear() throws Exception {
        store.save(team, Map.of(InstalledToken.BOT, token("xoxb-in-clear", NOW), "U1", token("xoxp-in-clear", NOW)));

        assertFalse(everything().contains("in-clear"));
        assertTrue(everything().contains(team), "it looks at the right place");
    }

    @Test
    void anotherKeyTakesTheOldOnesPlace() throws Exception {
        store.save(team, Map.of(InstalledToken.BOT, token("xoxb-1", null)));

        new TokenStore(database, new KeyRing(KeyRingTest.NEW + "," + KeyRingTest.OLD)).find(team);

        assertEquals(
                Map.of(InstalledToken.BOT, token("xoxb-1", null)),
                new TokenStore(database, new KeyRing(KeyRingTest.NEW)).find(team));
        new TokenStore(database, new KeyRing(KeyRingTest.OLD + "," + KeyRingTest.NEW)).find(team); // for other tests
    }

    @Test
    void aTokenOfAMissingKeyHoldsNobodyElseUp() throws Exception {
        store.save(team, Map.of(InstalledToken.BOT, token("xoxb-1", null)));
        TokenStore other = new TokenStore(database, new KeyRing(KeyRingTest.NEW));

        other.save(team + "2", Map.of(InstalledToken.BOT, token("xoxb-2", null)));

        assertEquals(Map.of(InstalledToken.BOT, token("xoxb-2", null)), other.find(team + "2"));
        assertThrows(IllegalStateException.class, () -> other.find(team));
    }

    /** All bytes of the file and what lies beside it, or all that the table holds. */
    private String everything() throws Exception {
        StringBuilder all = new StringBuilder();
        if (database instanceof Database.Postgres postgres) {
            try (Connection connection = DriverManager.getConnection(
                            postgres.jdbcUrl(), postgres.user(), postgres.password());
                    ResultSet row = connection.createStatement().executeQuery(
                            "select cast(slack_token as text) from slack_token")) {
                while (row.next()) {
                    all.append(row.getString(1));
                }
            }
        } else {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return all.toString();
    }

    static <T> List<T> atOnce(Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CountDownLatch start = new CountDownLatch(2);
        try {
            Callable<T> together = () -> {
                start.countDown();
                start.await();
                return work.call();
            };
            Future<T> one = threads.submit(together);
            Future<T> other = threads.submit(together);
            return List.of(one.get(), other.get());
        } finally {
            threads.shutdownNow();
        }
    }
}
