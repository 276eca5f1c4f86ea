package com.example.slackbot.feature.privatesystems;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How something comes to be done: somebody allowed asks, sees what will happen and confirms it; where the permissions
 * say so, somebody else who is allowed approves it. Whether somebody is allowed is looked up at each step anew.
 */
final class Procedure {
    /** Beside what was clicked, not in its place: the answer to the click before may stand there. */
    private static final DeskAnswer GONE =
            new DeskAnswer.Told("This click does nothing: its request is used or has expired.");

    private static final DeskAnswer CHANGED =
            new DeskAnswer.Told("What you confirm is no longer what you were shown. Ask again.");

    private static final Logger LOG = LoggerFactory.getLogger(Procedure.class);

    private final List<Operation> operations;
    private final WhoMay permissions;
    private final UserGroups groups = new UserGroups();
    private final WaitingRequests waiting;
    private final AuditTrail audit;

    Procedure(List<Operation> operations, WhoMay permissions, WaitingRequests waiting, AuditTrail audit) {
        this.operations = List.copyOf(operations);
        this.permissions = permissions;
        this.waiting = waiting;
        this.audit = audit;
    }

    /** What the words ask for, in this set-up. */
    Optional<Operation> meant(List<String> words) {
        return operations.stream()
                .filter(operation -> operation.name().equals(words.get(0)))
                .filter(operation -> operation.accepts(rest(words)))
                .findFirst();
    }

    /** What can be asked for; it repeats nothing that was typed. */
    String help(String command) {
        return operations.isEmpty()
                ? "No system is set up for this bot yet."
                : "I know these words:\n" + operations.stream()
                        .map(operation -> "`" + command + " " + operation.usage() + "`")
                        .collect(Collectors.joining("\n"));
    }

    /** @param words that mean an operation */
    DeskAnswer ask(Asker asker, List<String> words) throws IOException {
        Operation operation = meant(words).orElseThrow();
        String command = String.join(" ", words);
        if (!isAllowed(operation, asker)) {
            return denied(asker, command);
        }
        try {
            if (operation instanceof Question question) {
                return new DeskAnswer.Told(Mrkdwn.escaped(question.answer(rest(words))));
            }
            Change.Offer offer = ((Change) operation).offer(rest(words));
            return new DeskAnswer.Confirmation(
                    Mrkdwn.escaped(offer.text()), waiting.add(Pending.Step.CONFIRMATION, command, offer, asker));
        } catch (SystemTrouble | RuntimeException e) {
            return new DeskAnswer.Told(Mrkdwn.escaped(sentence(e)));
        }
    }

    DeskAnswer confirm(Asker asker, String id) throws IOException {
        Optional<Pending> request = open(id, Pending.Step.CONFIRMATION, asker)
                .filter(found -> found.requester().equals(asker.user()));
        if (request.isEmpty()) {
            return GONE;
        }
        Change change = change(request.get());
        if (!isAllowed(change, asker)) {
            return denied(asker, request.get().command());
        }
        if (permissions.of(change).secondPerson()) {
            return askOthers(asker, id, request.get());
        }
        return waiting.take(id) ? carryOut(asker, request.get(), asker.user()) : GONE;
    }

    DeskAnswer approve(Asker asker, String id) throws IOException {
        Optional<Pending> request = open(id, Pending.Step.APPROVAL, asker);
        if (request.isEmpty()) {
            return GONE;
        }
        Change change = change(request.get());
        if (!isAllowed(change, asker)) {
            return denied(asker, request.get().command());
        }
        if (request.get().requester().equals(asker.user())) {
            audit.write(asker, request.get().command(), "denied: nobody approves a request of their own");
            return new DeskAnswer.Told("Somebody else has to approve what you asked for.");
        }
        if (!isAllowed(change, requester(request.get(), asker))) {
            audit.write(asker, request.get().command(), "denied: who asked for it may not do it any more");
            return new DeskAnswer.Told("Whoever asked for this may not do it any more.");
        }
        if (!waiting.take(id)) {
            return GONE;
        }
        return carryOut(asker, request.get(), request.get().requester() + ", approved by " + asker.user());
    }

    /** Whoever asked takes it back, whoever may approve it refuses it. */
    DeskAnswer drop(Asker asker, String id) throws IOException {
        Optional<Pending> request = open(id, asker);
        if (request.isEmpty()) {
            return GONE;
        }
        Pending found = request.get();
        boolean isOwn = found.requester().equals(asker.user());
        boolean isApprover = found.step() == Pending.Step.APPROVAL
                && isAllowed(change(found), asker);
        if (!isOwn && !isApprover) {
            return denied(asker, found.command());
        }
        if (!waiting.take(id)) {
            return GONE;
        }
        audit.write(asker, found.command(), isOwn ? "taken back" : "refused");
        return new DeskAnswer.Done("`" + found.command() + "`: dropped by <@" + asker.user() + ">. Nothing was done.");
    }

    /** Takes back what nobody can be asked to approve. */
    void forget(String id) throws IOException {
        waiting.take(id);
    }

    /** Whoever approves sees what would happen by then, which has to be what was confirmed. */
    private DeskAnswer askOthers(Asker asker, String id, Pending request) throws IOException {
        Change.Offer offer;
        try {
            offer = change(request).offer(rest(words(request)));
        } catch (SystemTrouble | RuntimeException e) {
            return new DeskAnswer.Told(Mrkdwn.escaped(sentence(e)));
        }
        if (!offer.pin().equals(request.pin())) {
            return CHANGED;
        }
        if (!waiting.take(id)) {
            return GONE;
        }
        audit.write(asker, request.command(), "waits for approval");
        return new DeskAnswer.Approval(
                "<@" + asker.user() + "> asks for `" + request.command() + "`; somebody else who may do it has "
                        + waiting.time() + " to approve it.\n" + Mrkdwn.escaped(offer.text()),
                waiting.add(Pending.Step.APPROVAL, request.command(), offer, asker));
    }

    /** From here on nothing may throw: whoever repeated this would do it twice. */
    private DeskAnswer carryOut(Asker asker, Pending request, String by) {
        String people = "`" + request.command() + "`, by " + mentions(request.requester(), asker.user()) + ": ";
        audit.write(asker, request.command(), "begins, for " + by);
        String outcome;
        try {
            outcome = change(request).carryOut(rest(words(request)), request.pin(), by);
        } catch (SystemTrouble | RuntimeException e) {
            String sentence = sentence(e);
            audit.write(asker, request.command(), "failed: " + sentence);
            return new DeskAnswer.Done(people + Mrkdwn.escaped(sentence));
        }
        audit.write(asker, request.command(), "done: " + outcome);
        return new DeskAnswer.Done(people + Mrkdwn.escaped(outcome));
    }

    /** What to tell of a failure. Only trouble with a system is put into words for people. */
    private static String sentence(Exception e) {
        if (e instanceof SystemTrouble) {
            return e.getMessage();
        }
        LOG.error("An operation failed", e);
        return "That failed; the log of the bot says why.";
    }

    private DeskAnswer denied(Asker asker, String command) {
        audit.write(asker, command, "denied");
        return new DeskAnswer.Told("You may not do this here: `" + command + "`. Ask " + permissions.whomToAsk() + ".");
    }

    private boolean isAllowed(Operation operation, Asker asker) {
        return permissions.of(operation).allows(asker, groups);
    }

    private static Asker requester(Pending request, Asker approver) {
        return new Asker(request.requester(), request.team(), false, request.channel(), approver.slack());
    }

    private Change change(Pending request) {
        return (Change) meant(words(request)).orElseThrow();
    }

    private Optional<Pending> open(String id, Pending.Step step, Asker asker) throws IOException {
        return open(id, asker).filter(found -> found.step() == step);
    }

    /** A click counts for what there is in this set-up. */
    private Optional<Pending> open(String id, Asker asker) throws IOException {
        return waiting.find(id, asker).filter(found -> meant(words(found)).isPresent());
    }

    private static String mentions(String requester, String approver) {
        return "<@" + requester + ">" + (requester.equals(approver) ? "" : ", approved by <@" + approver + ">");
    }

    private static List<String> words(Pending request) {
        return List.of(request.command().split(" "));
    }

    private static List<String> rest(List<String> words) {
        return words.subList(1, words.size());
    }
}
