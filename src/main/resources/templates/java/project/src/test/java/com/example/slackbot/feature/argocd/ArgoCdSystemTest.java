package com.example.slackbot.feature.argocd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.slackbot.feature.privatesystems.Change;
import com.example.slackbot.feature.privatesystems.Operation;
import com.example.slackbot.feature.privatesystems.PretendSystem;
import com.example.slackbot.feature.privatesystems.SystemTrouble;
import com.example.slackbot.feature.privatesystems.Watch;
import com.example.slackbot.runtime.Environment;
import com.example.slackbot.runtime.StartupException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Applications, as the documentation of Argo CD describes them. */
class ArgoCdSystemTest {
    private static final String APPLICATION = """
            {"metadata":{"name":"shop"},
             "spec":{"project":"default","destination":{"server":"https://cluster.example.com","namespace":"shop"}},
             "status":{"sync":{"status":"OutOfSync","revision":"4f1d"},"health":{"status":"Healthy"}%s}%s}""";
    private static final String RUNNING = APPLICATION.formatted(",\"operationState\":{\"phase\":\"Running\"}", "");
    private static final String SUCCEEDED = APPLICATION.formatted(
            ",\"operationState\":{\"phase\":\"Succeeded\",\"message\":\"successfully synced\"}", "");
    private static final String REQUESTED = APPLICATION.formatted(
            ",\"operationState\":{\"phase\":\"Failed\"}", ",\"operation\":{\"sync\":{}}");

    private static final List<String> SHOP = List.of("shop");

    private PretendSystem system;
    private ArgoCd argoCd;
    private ArgoCdStatus status;
    private ArgoCdSync sync;

    @BeforeEach
    void start() throws IOException {
        system = new PretendSystem();
        argoCd = new ArgoCd(system.client("Argo CD"), "default");
        status = new ArgoCdStatus(argoCd);
        sync = new ArgoCdSync(argoCd, new Watch(Duration.ofMillis(10), Duration.ofMinutes(1)));
    }

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void isThereOnceItsAddressIsSetAndThenWantsAToken() throws Exception {
        assertEquals(List.of(), ArgoCdSystem.read(new Environment(Map.of("ARGOCD_TOKEN", "x"))).operations());
        Environment whole = new Environment(Map.of("ARGOCD_URL", "https://argo.example.com", "ARGOCD_TOKEN", "x"));
        assertEquals(List.of("status", "sync"),
                ArgoCdSystem.read(whole).operations().stream().map(Operation::name).toList());
        whole.throwIfWrong();

        Environment without = new Environment(Map.of("ARGOCD_URL", "https://argo.example.com"));
        ArgoCdSystem.read(without);
        List<String> problems = assertThrows(StartupException.class, without::throwIfWrong).problems();
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).startsWith("ARGOCD_TOKEN is missing"), problems.get(0));
    }

    /** Between the question and the click, somebody may push. */
    @Test
    void syncsToTheRevisionThatWasShown() throws Exception {
        system.answers("GET /api/v1/applications/shop", 200, SUCCEEDED)
                .answers("POST /api/v1/applications/shop/sync", 200, "{}");

        Change.Offer offer = sync.offer(SHOP);
        assertEquals("Sync shop, which is OutOfSync and Healthy, to revision 4f1d, in namespace shop of"
                + " https://cluster.example.com. Nothing is pruned.", offer.text());
        sync.carryOut(SHOP, offer.pin(), "U1");
        assertTrue(system.changes().get(0).body().startsWith("{\"revision\":\"4f1d\","));
    }

    /** It refuses every revision but the one that the application follows. */
    @Test
    void namesNoRevisionWhereArgoCdSyncsByItself() throws Exception {
        assertEquals("", offerWith("{\"automated\":{}}").pin());
        assertTrue(offerWith("{\"automated\":{}}").text().contains("to what is newest by then"));
        assertEquals("4f1d", offerWith("{\"automated\":{\"enabled\":false}}").pin());
        assertEquals("4f1d", offerWith("{\"syncOptions\":[]}").pin());
    }

    private Change.Offer offerWith(String policy) throws Exception {
        system.insteadAnswers("GET /api/v1/applications/shop", 200,
                SUCCEEDED.replace("\"project\"", "\"syncPolicy\":" + policy + ",\"project\""));
        return sync.offer(SHOP);
    }

    @Test
    void tellsHowAnApplicationIs() throws Exception {
        system.answers("GET /api/v1/applications/shop", 200, SUCCEEDED);

        assertEquals("shop: OutOfSync, Healthy, revision 4f1d\nLast operation: Succeeded successfully synced",
                status.answer(SHOP));
        assertEquals("/api/v1/applications/shop?project=default", system.calls.get(0).target());
    }

    @Test
    void knowsNoApplicationOfAnotherProject() {
        system.answers("GET /api/v1/applications/shop", 200, SUCCEEDED.replace("default", "other"));

        String sentence = "Argo CD knows no application shop in the project of this bot.";
        assertTrouble(sentence, () -> status.answer(SHOP));
        assertTrouble(sentence, () -> sync.offer(SHOP));
    }

    @Test
    void tellsAnUnknownApplicationFromAForbiddenOneWhereArgoCdDoes() {
        system.answers("GET /api/v1/applications/shop", 404, "{\"error\":\"not found\",\"code\":5,\"message\":\"x\"}");
        assertTrouble("Argo CD knows no application shop.", () -> status.answer(SHOP));

        system.answers("GET /api/v1/applications/web", 403, "{\"error\":\"denied\",\"code\":7,\"message\":\"x\"}");
        assertTrouble("Argo CD knows no application web, or does not let the bot do this.",
                () -> status.answer(List.of("web")));

        system.answers("GET /api/v1/applications/db", 401, "{\"error\":\"no session\",\"code\":16,\"message\":\"x\"}");
        assertTrouble("Argo CD refuses the bot's credentials, or they may not do this.",
                () -> status.answer(List.of("db")));
    }

    @Test
    void waitsForTheEndOfASyncAndNotForThatOfTheOneBefore() throws Exception {
        system.answers("POST /api/v1/applications/shop/sync", 200, REQUESTED)
                .answers("GET /api/v1/applications/shop", 200, REQUESTED)
                .answers("GET /api/v1/applications/shop", 200, RUNNING)
                .answers("GET /api/v1/applications/shop", 200, SUCCEEDED);

        assertEquals("The sync of shop ended: Succeeded successfully synced", sync.carryOut(SHOP, "", "U1"));
        assertEquals("{\"project\":\"default\",\"prune\":false,\"dryRun\":false}", system.changes().get(0).body());
        assertEquals(1, system.changes().size());
    }

    @Test
    void doesNotWaitForever() throws Exception {
        system.answers("POST /api/v1/applications/shop/sync", 200, REQUESTED)
                .answers("GET /api/v1/applications/shop", 200, RUNNING);

        ArgoCdSync hasty = new ArgoCdSync(argoCd, new Watch(Duration.ofMillis(10), Duration.ofMillis(100)));
        assertTrue(hasty.carryOut(SHOP, "", "U1").contains("not finished yet"));
    }

    @Test
    void saysThatASyncHasBegunThoughItsEndCannotBeSeen() throws Exception {
        system.answers("POST /api/v1/applications/shop/sync", 200, REQUESTED)
                .answers("GET /api/v1/applications/shop", 500, "");

        assertTrue(sync.carryOut(SHOP, "", "U1").contains("has begun"));
    }

    @Test
    void saysThatAnotherSyncIsAtWork() {
        system.answers("POST /api/v1/applications/shop/sync", 400, """
                {"error":"another operation is already in progress","code":9,
                 "message":"another operation is already in progress"}""");

        assertTrouble("Argo CD is already at work on shop.", () -> sync.carryOut(SHOP, "", "U1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "..", "../shop", "shop/sync", "shop?refresh=hard", "shop#x", "shop%2Fsync", "Shop", "shop.", "<@U1>",
        "shop&x", "shop;x", "`shop`", "shop\u0000", "\u202Eshop", "shop web", "shop --prune",
    })
    void acceptsNothingButAName(String words) {
        assertFalse(status.accepts(List.of(words.split(" "))) || sync.accepts(List.of(words.split(" "))));
    }

    @Test
    void acceptsNoEndlessName() {
        assertFalse(status.accepts(List.of("a".repeat(10_000))));
    }

    private static void assertTrouble(String sentence, Executable step) {
        assertEquals(sentence, assertThrows(SystemTrouble.class, step).getMessage());
    }
}
