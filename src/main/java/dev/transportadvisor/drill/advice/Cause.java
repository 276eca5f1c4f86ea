package dev.transportadvisor.drill.advice;

import dev.transportadvisor.source.Keyword;

/** What was seen of a bot that failed, where that tells more than which scenario it was. Each has its own advice. */
public enum Cause implements Keyword {
    /** HTTP 401 or 403. */
    SIGNATURE,
    /** HTTP 404 or 405. */
    PATH,
    /** HTTP 3xx, more redirects than Slack follows, or one to another machine. */
    REDIRECT,
    /** HTTP 5xx, or an end in the middle. */
    CRASH,
    /** Any other status that is no success. */
    NOT_UNDERSTOOD,
    /** An answer that is far longer than any that Slack has a use for. */
    ENDLESS_ANSWER,
    /** No answer at all within three seconds. */
    LATE,
    /** Nobody listens at the address. */
    UNREACHABLE,
    /** What was lost, or most of it, had been acknowledged on a retry. */
    DROPPED_RETRIES,
    /** The bot holds more sockets than it has processes, and what it did not answer went over one of them. */
    SURPLUS_SOCKETS,
    /** All of it was acknowledged or given up, and none of it had any effect. */
    NO_EFFECT,
    /** The bot has made no call to the local Slack. */
    NEVER_CALLED;

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;

    /** @param status of an HTTP answer that is no success */
    public static Cause ofStatus(int status) {
        return switch (status) {
            case UNAUTHORIZED, FORBIDDEN -> SIGNATURE;
            case NOT_FOUND, METHOD_NOT_ALLOWED -> PATH;
            default -> switch (status / 100) {
                case 3 -> REDIRECT;
                case 5 -> CRASH;
                default -> NOT_UNDERSTOOD;
            };
        };
    }
}
