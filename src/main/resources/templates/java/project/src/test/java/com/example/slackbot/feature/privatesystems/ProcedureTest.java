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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who can make this bot do something it should not? */
class ProcedureTest {
    private static final Asker ANN = asker("UANN", "T1", "C1");
    private static final Asker BEN = asker("UBEN", "T1", "C1");
    private static final Asker EVE = asker("UEVE", "T1", "C1");
    private static final List<String> ALONE = List.of("launch", "now");
    private static final List<String> FOR_TWO = List.of("strike", "now");

    private final Countdown launch = new Countdown("launch");
    private final Countdown strike = new Countdown("strike");
    private final Map<String, Rule> rules = new HashMap<>(Map.of(
            "launch", rule(false, "UANN", "UBEN"),
            "strike", rule(true, "UANN", "UBEN")));
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Procedure procedure = new Procedure(
            List.of(launch, strike),
            new WhoMay("Zoe", rules),
            new WaitingRequests(new InMemoryPendingRequests(), Duration.ofMinutes(10), () -> now),
            new AuditTrail(null));

    @Test
    void doesWhatWasConfirmed() throws Exception {
        DeskAnswer.Confirmation asked = assertInstanceOf(DeskAnswer.Confirmation.class, procedure.ask(ANN, ALONE));
        assertEquals("It goes off now.", asked.text());
        assertDone(0);

        assertTrue(procedure.confirm(ANN, asked.id()).text().contains("It is done for UANN"));
        assertDone(1);
    }

    @Test
    void deniesWhoeverIsNotNamedAndSaysWhomToAsk() throws Exception {
        assertDenied(procedure.ask(EVE, ALONE));
        assertDenied(procedure.ask(asker("UANN", "T1", "C2"), ALONE));
        assertDenied(procedure.ask(asker("UANN", "T2", "C1"), ALONE));

        rules.clear();
        assertDenied(procedure.ask(ANN, ALONE));
    }

    @Test
    void asksNothingWhereNothingCanBeDone() throws Exception {
        DeskAnswer answer = procedure.ask(ANN, List.of("launch", "never"));

        assertInstanceOf(DeskAnswer.Told.class, answer);
        assertEquals("It cannot go off &lt;!channel&gt;.", answer.text());
    }

    @Test
    void aClickOfSomebodyElseConfirmsNothing() throws Exception {
        String id = confirmation(ANN, ALONE);

        procedure.confirm(BEN, id);
        procedure.confirm(EVE, id);
        procedure.approve(BEN, id);
        assertDone(0);
    }

    @Test
    void aClickCountsOnce() throws Exception {
        String id = confirmation(ANN, ALONE);

        assertInstanceOf(DeskAnswer.Done.class, procedure.confirm(ANN, id));
        DeskAnswer second = procedure.confirm(ANN, id);
        assertInstanceOf(DeskAnswer.Told.class, second); // the answer to the first one stays
        assertTrue(second.text().contains("used or has expired"));
        assertDone(1);
    }

    @Test
    void manyClicksAtOnceCountOnce() throws Exception {
        String id = confirmation(ANN, ALONE);
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

        assertDone(1);
    }

    @Test
    void aRequestExpires() throws Exception {
        String id = confirmation(ANN, ALONE);
        String approval = approval(ANN);

        now = now.plus(Duration.ofMinutes(10));
        assertTrue(procedure.confirm(ANN, id).text().contains("has expired"));
        assertTrue(procedure.approve(BEN, approval).text().contains("has expired"));
        assertDone(0);
    }

    @Test
    void anIdOfNoRequestDoesNothing() throws Exception {
        for (String id : List.of("", "null", "launch now", "00000000-0000-0000-0000-000000000000")) {
            procedure.confirm(ANN, id);
            procedure.approve(BEN, id);
            procedure.drop(ANN, id);
        }
        assertDone(0);
    }

    @Test
    void aClickElsewhereDoesNothing() throws Exception {
        String id = confirmation(ANN, ALONE);
        String approval = approval(ANN);

        procedure.confirm(asker("UANN", "T1", "C2"), id);
        procedure.confirm(asker("UANN", "T2", "C1"), id);
        procedure.approve(asker("UBEN", "T1", "C2"), approval);
        procedure.approve(asker("UBEN", "T2", "C1"), approval);
        assertDone(0);
    }

    @Test
    void whoMayIsLookedUpAtEachClick() throws Exception {
        String id = confirmation(ANN, ALONE);
        String approval = approval(ANN);

        assertDenied(procedure.approve(EVE, approval));
        rules.clear();
        assertDenied(procedure.confirm(ANN, id));
        assertDenied(procedure.approve(BEN, approval));
        assertDone(0);
    }

    @Test
    void aSecondPersonApproves() throws Exception {
        String approval = approval(ANN);
        assertDone(0);

        assertTrue(procedure.approve(BEN, approval).text().contains("UANN, approved by UBEN"));
        assertDone(1);

        procedure.approve(BEN, approval);
        assertDone(1);
    }

    @Test
    void nobodyApprovesARequestOfTheirOwn() throws Exception {
        String approval = approval(ANN);

        assertEquals("Somebody else has to approve what you asked for.", procedure.approve(ANN, approval).text());
        procedure.confirm(ANN, approval);
        assertDone(0);

        procedure.approve(BEN, approval); // which nobody's attempt has used up
        assertDone(1);
    }

    @Test
    void whoMayNoLongerDoItGetsNoApproval() throws Exception {
        String approval = approval(ANN);

        rules.put("strike", rule(true, "UBEN"));
        assertEquals("Whoever asked for this may not do it any more.", procedure.approve(BEN, approval).text());
        assertDone(0);
    }

    @Test
    void aConfirmationIsNoApproval() throws Exception {
        String id = confirmation(ANN, FOR_TWO);

        procedure.approve(BEN, id);
        assertInstanceOf(DeskAnswer.Approval.class, procedure.confirm(ANN, id));
        procedure.confirm(ANN, id);
        procedure.confirm(BEN, id);
        assertDone(0);
    }

    @Test
    void doesWhatWasShownWhateverHasChangedSince() throws Exception {
        launch.target = " at A";
        String id = confirmation(ANN, ALONE);

        launch.target = " at B";
        assertTrue(procedure.confirm(ANN, id).text().contains("It is done at A"));
    }

    @Test
    void showsNobodyForApprovalWhatWasNotConfirmed() throws Exception {
        strike.target = " at A";
        String id = confirmation(ANN, FOR_TWO);

        strike.target = " at B";
        DeskAnswer answer = procedure.confirm(ANN, id);
        assertInstanceOf(DeskAnswer.Told.class, answer);
        assertTrue(answer.text().contains("no longer what you were shown"), answer.text());
    }

    @Test
    void whatWasDroppedIsGone() throws Exception {
        String own = confirmation(ANN, ALONE);
        String refused = approval(ANN);
        String kept = approval(ANN);

        assertDenied(procedure.drop(EVE, kept));
        procedure.drop(ANN, own);
        procedure.drop(BEN, refused);
        procedure.confirm(ANN, own);
        procedure.approve(BEN, refused);
        assertDone(0);

        procedure.approve(BEN, kept);
        assertDone(1);
    }

    @Test
    void aFailureIsToldAndNotTriedAgain() throws Exception {
        String id = confirmation(ANN, List.of("launch", "broken"));

        assertTrue(procedure.confirm(ANN, id).text().contains("the log of the bot says why"));
        assertTrue(procedure.confirm(ANN, id).text().contains("used or has expired"));
        assertDone(1);
    }

    private String confirmation(Asker asker, List<String> words) throws IOException {
        return assertInstanceOf(DeskAnswer.Confirmation.class, procedure.ask(asker, words)).id();
    }

    private String approval(Asker asker) throws IOException {
        return assertInstanceOf(DeskAnswer.Approval.class, procedure.confirm(asker, confirmation(asker, FOR_TWO))).id();
    }

    private void assertDone(int times) {
        assertEquals(times, launch.done + strike.done);
    }

    private static void assertDenied(DeskAnswer answer) {
        assertTrue(answer.text().startsWith("You may not do this here") && answer.text().endsWith("Ask Zoe."),
                answer.text());
    }

    private static Rule rule(boolean secondPerson, String... users) {
        return new Rule(false, Set.of(users), Set.of(), Set.of("C1"), secondPerson);
    }

    private static Asker asker(String user, String team, String channel) {
        return new Asker(user, team, !team.equals("T1"), channel, null);
    }
}
