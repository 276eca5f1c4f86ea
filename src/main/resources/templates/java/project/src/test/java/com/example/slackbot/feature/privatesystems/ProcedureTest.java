package com.example.slackbot.feature.privatesystems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.slackbot.feature.privatesystems.WhoMay.Rule;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who can make this bot do something it should not? */
class ProcedureTest {
    private static final Asker ANN = asker("UANN", "T1", "C1");
    private static final Asker BEN = asker("UBEN", "T1", "C1");
    private static final Asker EVE = asker("UEVE", "T1", "C1");
    private static final List<String> ONE = List.of("launch", "now");
    private static final List<String> TWO = List.of("strike", "now");

    private final AtomicInteger done = new AtomicInteger();
    private final Map<String, Rule> rules = new HashMap<>(Map.of(
            "launch", new Rule(false, Set.of("UANN", "UBEN"), Set.of(), Set.of("C1"), false),
            "strike", new Rule(false, Set.of("UANN", "UBEN"), Set.of(), Set.of("C1"), true)));
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Procedure procedure = new Procedure(
            List.of(new Countdown("launch"), new Countdown("strike")),
            new WhoMay("Zoe", rules),
            new InMemoryPendingRequests(),
            new AuditTrail(null),
            () -> now);

    @Test
    void doesWhatWasConfirmed() throws Exception {
        DeskAnswer.Confirmation asked = assertInstanceOf(DeskAnswer.Confirmation.class, procedure.ask(ANN, ONE));
        assertEquals("It goes off now.", asked.text());
        assertEquals(0, done.get());

        assertTrue(procedure.confirm(ANN, asked.id()).text().contains("It is done for UANN"));
        assertEquals(1, done.get());
    }

    @Test
    void deniesWhoeverIsNotNamedAndSaysWhomToAsk() throws Exception {
        assertDenied(procedure.ask(EVE, ONE));
        assertDenied(procedure.ask(asker("UANN", "T1", "C2"), ONE));

        assertDenied(procedure.ask(asker("UANN", "T2", "C1"), ONE));

        rules.clear();
        assertDenied(procedure.ask(ANN, ONE));
    }

    @Test
    void aClickOfSomebodyElseConfirmsNothing() throws Exception {
        String id = confirmation(ANN, ONE);

        procedure.confirm(BEN, id);
        procedure.confirm(EVE, id);
        procedure.approve(BEN, id);
        assertEquals(0, done.get());
    }

    @Test
    void aClickCountsOnce() throws Exception {
        String id = confirmation(ANN, ONE);

        assertInstanceOf(DeskAnswer.Done.class, procedure.confirm(ANN, id));
        DeskAnswer second = procedure.confirm(ANN, id);
        assertInstanceOf(DeskAnswer.Told.class, second); // the answer to the first one stays
        assertTrue(second.text().contains("used or has expired"));
        assertEquals(1, done.get());
    }

    @Test
    void manyClicksAtOnceCountOnce() throws Exception {
        String id = confirmation(ANN, ONE);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        CountDownLatch start = new CountDownLatch(1);
        var clicks = IntStream.range(0, 16).mapToObj(i -> threads.submit(() -> {
            start.await();
            return procedure.confirm(ANN, id);
        })).toList();
        start.countDown();
        for (var click : clicks) {
            click.get();
        }
        threads.shutdown();

        assertEquals(1, done.get());
    }

    @Test
    void aRequestExpires() throws Exception {
        String id = confirmation(ANN, ONE);
        String approval = approval(ANN);

        now = now.plus(Duration.ofMinutes(10));
        procedure.confirm(ANN, id);
        procedure.approve(BEN, approval);
        assertEquals(0, done.get());
    }

    @Test
    void anIdOfNoRequestDoesNothing() throws Exception {
        for (String id : List.of("", "null", "launch now", "00000000-0000-0000-0000-000000000000")) {
            procedure.confirm(ANN, id);
            procedure.approve(BEN, id);
            procedure.drop(ANN, id);
        }
        assertEquals(0, done.get());
    }

    @Test
    void aClickElsewhereDoesNothing() throws Exception {
        String id = confirmation(ANN, ONE);

        procedure.confirm(asker("UANN", "T1", "C2"), id);
        procedure.confirm(asker("UANN", "T2", "C1"), id);
        assertEquals(0, done.get());
    }

    @Test
    void whoMayIsLookedUpAtEachClick() throws Exception {
        String id = confirmation(ANN, ONE);
        String approval = approval(ANN);

        rules.clear();
        assertDenied(procedure.confirm(ANN, id));
        assertDenied(procedure.approve(BEN, approval));
        assertEquals(0, done.get());
    }

    @Test
    void aSecondPersonApproves() throws Exception {
        String approval = approval(ANN);
        assertEquals(0, done.get());

        assertTrue(procedure.approve(BEN, approval).text().contains("UANN, approved by UBEN"));
        assertEquals(1, done.get());

        procedure.approve(BEN, approval);
        assertEquals(1, done.get());
    }

    @Test
    void nobodyApprovesARequestOfTheirOwn() throws Exception {
        String approval = approval(ANN);

        assertEquals("Somebody else has to approve what you asked for.", procedure.approve(ANN, approval).text());
        procedure.confirm(ANN, approval);
        assertEquals(0, done.get());

        procedure.approve(BEN, approval); // which nobody's attempt has used up
        assertEquals(1, done.get());
    }

    @Test
    void whoMayNoLongerDoItGetsNoApproval() throws Exception {
        String approval = approval(ANN);

        rules.put("strike", new Rule(false, Set.of("UBEN"), Set.of(), Set.of("C1"), true));
        assertEquals("Whoever asked for this may not do it any more.", procedure.approve(BEN, approval).text());
        assertEquals(0, done.get());
    }

    @Test
    void nobodyOfAnotherWorkspaceApproves() throws Exception {
        String approval = approval(ANN);

        procedure.approve(asker("UBEN", "T2", "C1"), approval);
        assertEquals(0, done.get());
    }

    @Test
    void whoMayNotDoItMayNotApproveIt() throws Exception {
        String approval = approval(ANN);

        assertDenied(procedure.approve(EVE, approval));
        assertEquals(0, done.get());
    }

    @Test
    void aConfirmationIsNoApproval() throws Exception {
        String id = confirmation(ANN, TWO);

        procedure.approve(BEN, id);
        assertInstanceOf(DeskAnswer.Approval.class, procedure.confirm(ANN, id));
        procedure.confirm(ANN, id);
        procedure.confirm(BEN, id);
        assertEquals(0, done.get());
    }

    @Test
    void whatWasDroppedIsGone() throws Exception {
        String own = confirmation(ANN, ONE);
        String refused = approval(ANN);
        String kept = approval(ANN);

        assertDenied(procedure.drop(EVE, kept));
        procedure.drop(ANN, own);
        procedure.drop(BEN, refused);
        procedure.confirm(ANN, own);
        procedure.approve(BEN, refused);
        assertEquals(0, done.get());

        procedure.approve(BEN, kept);
        assertEquals(1, done.get());
    }

    @Test
    void aFailureIsToldAndNotTriedAgain() throws Exception {
        String id = confirmation(ANN, List.of("launch", "broken"));

        assertTrue(procedure.confirm(ANN, id).text().contains("the log of the bot says why"));
        assertTrue(procedure.confirm(ANN, id).text().contains("used or has expired"));
        assertEquals(1, done.get());
    }

    private String confirmation(Asker asker, List<String> words) throws IOException {
        return assertInstanceOf(DeskAnswer.Confirmation.class, procedure.ask(asker, words)).id();
    }

    private String approval(Asker asker) throws IOException {
        return assertInstanceOf(DeskAnswer.Approval.class, procedure.confirm(asker, confirmation(asker, TWO))).id();
    }

    private static void assertDenied(DeskAnswer answer) {
        assertTrue(answer.text().startsWith("You may not do this here") && answer.text().endsWith("Ask Zoe."),
                answer.text());
    }

    private static Asker asker(String user, String team, String channel) {
        return new Asker(user, team, !team.equals("T1"), channel, null);
    }

    /** Something that is better not done twice. */
    private final class Countdown implements Change {
        private final String name;

        Countdown(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String usage() {
            return name + " now";
        }

        @Override
        public boolean accepts(List<String> words) {
            return words.size() == 1;
        }

        @Override
        public String show(List<String> words) {
            return "It goes off now.";
        }

        @Override
        public String carryOut(List<String> words, String by) {
            done.incrementAndGet();
            if (words.get(0).equals("broken")) {
                throw new IllegalStateException("a mistake in the code");
            }
            return "It is done for " + by;
        }
    }
}
