package dev.transportadvisor.simulator.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of a call. Each process of a bot may be given an address of its own, so that they can be told apart; Slack
 * has one address for all.
 *
 * @param process that calls; empty for whoever uses the common address
 * @param method such as {@code chat.postMessage}
 */
public record ApiPath(String process, String method) {

    private static final Pattern FORM = Pattern.compile("(?:/process/([a-z0-9-]+))?" + WebApi.PATH + "(.*)");

    /** Empty if the path is not one of the Web API. */
    public static Optional<ApiPath> of(String path) {
        Matcher matcher = FORM.matcher(path);
        return matcher.matches()
                ? Optional.of(new ApiPath(Optional.ofNullable(matcher.group(1)).orElse(""), matcher.group(2)))
                : Optional.empty();
    }

    /**
     * What stands before the methods in the address of a process.
     *
     * @param process its name: small letters, digits and hyphens
     */
    public static String base(String process) {
        return "/process/" + process + WebApi.PATH;
    }
}
