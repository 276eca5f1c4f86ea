package dev.transportadvisor.report;

/** Arguments as a POSIX shell reads them. */
public final class Shell {

    private static final String HARMLESS = "_@%+=:,./-";

    private Shell() {}

    /** The argument, in single quotes where a shell would otherwise take it apart. */
    public static String quote(String argument) {
        return isHarmless(argument) ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }

    /** Not asked by a regular expression, which takes milliseconds when it is the first of a run. */
    private static boolean isHarmless(String argument) {
        for (int i = 0; i < argument.length(); i++) {
            char c = argument.charAt(i);
            boolean isWord = c < 128 && Character.isLetterOrDigit(c);
            if (!isWord && HARMLESS.indexOf(c) < 0) {
                return false;
            }
        }
        return !argument.isEmpty();
    }
}
