package dev.transportadvisor.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a bot in Python is installed with. */
public final class Python {

    public static final String NEEDED = "Skipped: needs Python 3.11 or newer that can make virtual environments";

    /** Debian has ensurepip, without which venv makes none, in a package of its own. */
    private static final String SCRIPT = "import ensurepip, sys; sys.exit(sys.version_info < (3, 11))";

    private Python() {}

    public static boolean isThere() throws InterruptedException {
        try {
            return Finished.run(Path.of("."), Map.of(), 60, List.of("python3", "-c", SCRIPT)).status() == 0;
        } catch (IOException e) { // there is no such program
            return false;
        }
    }
}
