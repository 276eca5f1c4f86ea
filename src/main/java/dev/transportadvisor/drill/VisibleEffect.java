package dev.transportadvisor.drill;

import dev.transportadvisor.simulator.web.Journal;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a bot did about a payload, as far as somebody in Slack would see it.
 *
 * @param number of the payload whose ids it names
 * @param process that made the call; empty where that does not show
 * @param what the call and its arguments, with the ids and times of this run taken out
 */
record VisibleEffect(OptionalInt number, String process, Instant at, String what) {

    /** What follows the first letter of the ids that the drill makes. */
    static final String MARK = "0DRILL";

    private static final Pattern ID = Pattern.compile("\\b([CDGU])" + MARK + "(\\d{6})\\b");

    /** Slack's id of a message in its channel. */
    private static final Pattern TIMESTAMP = Pattern.compile("\\b\\d{10}\\.\\d{6}\\b");

    /** What only looks something up or concerns the bot itself; nobody in Slack sees it. */
    private static final Pattern UNSEEN = Pattern.compile("(api|auth|apps|oauth)\\..*|conversations\\.(open|join)"
            + "|.*\\.(info|list|history|replies|members)");

    /** Whether a call changes what somebody sees. */
    static boolean isEffect(Journal.Call call) {
        return call.ok() && !UNSEEN.matcher(call.method()).matches();
    }

    static VisibleEffect of(Journal.Call call) {
        return of(call.method(), call.process(), call.arguments(), call.at());
    }

    /** What rides in an acknowledgement. */
    static VisibleEffect reply(ObjectNode message, Instant at) {
        return of("reply", "", message, at);
    }

    /** @param method of the Web API, or the name of another way to react */
    private static VisibleEffect of(String method, String process, ObjectNode arguments, Instant at) {
        String text = arguments.toString();
        Matcher id = ID.matcher(text);
        OptionalInt number = id.find() ? OptionalInt.of(Integer.parseInt(id.group(2))) : OptionalInt.empty();
        return new VisibleEffect(number, process, at, method + " " + withoutIds(text));
    }

    VisibleEffect about(int payload) {
        return new VisibleEffect(OptionalInt.of(payload), process, at, what);
    }

    private static String withoutIds(String text) {
        String named = ID.matcher(text).replaceAll(match -> switch (match.group(1)) {
            case "U" -> "<user>";
            default -> "<channel>";
        });
        return TIMESTAMP.matcher(named).replaceAll("<time>");
    }
}
