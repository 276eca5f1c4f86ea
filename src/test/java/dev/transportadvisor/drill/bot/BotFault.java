package dev.transportadvisor.drill.bot;

/** What can be wrong with the bot of the tests, one thing at a time. Each fault is the one that a scenario is about. */
public enum BotFault {
    NONE("none"),
    /** The first event of all takes too long, as after a cold start. */
    COLD_START("event-in-time"),
    /** An event is handled as often as it comes. */
    NO_MEMORY("repeated-event"),
    /** It answers everybody with the token of the last installation. */
    ONE_TOKEN("own-tokens"),
    /** Work is done before the answer. */
    WORKS_FIRST("slow-work"),
    /** Commands wait for each other. */
    ONE_COMMAND_AT_A_TIME("slash-command"),
    /** Nobody listens to the button. */
    DEAF_BUTTON("button"),
    /** What nobody listens to is not found. */
    NOT_FOUND("foreign-events"),
    /** Signatures are not looked at. */
    TRUSTING("forged-request"),
    /** Signatures of commands and clicks are not looked at. */
    TRUSTING_FORMS("forged-request"),
    /** Commands and clicks may be as old as they like. */
    TIMELESS_FORMS("wrong-timestamp"),
    /** Only what is too old is refused. */
    ONE_SIDED_CLOCK("wrong-timestamp"),
    /** A request is carried out as often as it comes. */
    REPLAYABLE("replayed-request"),
    /** A click is carried out as often as it comes. */
    REPLAYABLE_CLICK("replayed-request"),
    /** The challenge is answered with something else. */
    NO_CHALLENGE("challenge"),
    /** The challenge is called a page. */
    CHALLENGE_AS_PAGE("challenge"),
    /** What is no command is not understood. */
    NO_SSL_CHECK("ssl-check"),
    /** After a disconnect it takes its time. */
    SLOW_TO_RETURN("connection-refresh"),
    /** It sends no pings. */
    NO_PINGS("half-open-socket"),
    /** It opens another connection when it has not heard anything for a while. */
    RESTLESS("mute-socket"),
    /** What comes too fast is acknowledged and thrown away. */
    DROPS_BURSTS("burst"),
    /** A call that Slack limits is given up. */
    GIVES_UP("rate-limited"),
    /** A process that is not the first one leaves the work to the others, and acknowledges. */
    LEAVES_IT_TO_OTHERS("second-process"),
    /** It always calls itself ready. */
    ALWAYS_READY("readiness"),
    /** After SIGTERM it goes on to acknowledge, and drops. */
    DROPS_WHILE_STOPPING("restart-under-load"),
    /** After SIGTERM it hardly waits for its work. */
    STOPS_TOO_SOON("sigterm-drains"),
    /** A replica knows only what it has received itself. */
    OWN_MEMORY("replicas-remember"),
    /** Nobody takes over what a replica has left undone. */
    FORGETS_THE_DEAD("replica-killed"),
    /** At SIGTERM it strikes off what it has not done, and ends. */
    LEAVES_EMPTY_HANDED("rolling-restart"),
    /** Where it is turned away it tries again at once. */
    IMPATIENT("too-many-sockets"),
    /** The text depends on the transport. */
    TWO_FACED("same-effect");

    private final String scenario;

    BotFault(String scenario) {
        this.scenario = scenario;
    }

    /** The scenario that finds it. */
    public String scenario() {
        return scenario;
    }
}
