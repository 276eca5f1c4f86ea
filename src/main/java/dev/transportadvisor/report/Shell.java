package dev.transportadvisor.report;

import java.util.regex.Pattern;

/** Arguments as a POSIX shell reads them. */
public final class Shell {

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private Shell() {}

    /** The argument, in single quotes where a shell would otherwise take it apart. */
    public static String quote(String argument) {
        return HARMLESS.matcher(argument).matches() ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
