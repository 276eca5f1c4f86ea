package dev.transportadvisor.cli.console;

import java.io.IOException;
import java.util.Map;

/** What the environment and Java tell of the terminal that the process has, if any. */
final class Terminal {

    private static final Map<String, String> ENVIRONMENT = System.getenv();

    private Terminal() {}

    static Console.Screen screen() {
        if (!isTerminal(System.console())) {
            return Console.Screen.NONE;
        }
        return isDumb() || ENVIRONMENT.containsKey("ACCESSIBLE") ? Console.Screen.LINES : Console.Screen.DRAWN;
    }

    /** From Java 22 on there is a console without a terminal, too, and a method that tells. */
    private static boolean isTerminal(java.io.Console console) {
        try {
            return console != null
                    && (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** Whether a person watches standard error; Java knows only of input and output together, so this asks sh. */
    static boolean isWatched() {
        if (ENVIRONMENT.containsKey("CI") || isDumb()) {
            return false;
        }
        try {
            Process test = new ProcessBuilder("sh", "-c", "test -t 2").inheritIO().start();
            return test.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isDumb() {
        return ENVIRONMENT.getOrDefault("TERM", "dumb").equals("dumb");
    }
}
