package dev.transportadvisor.cli;

import static dev.transportadvisor.dist.Packed.isOnPath;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;

/** Slow: what a bot in Java does with the systems behind it, one in JavaScript does, too, word for word. */
class JavaScriptPrivateSystemsIT extends PrivateSystemsIT {

    @Override
    Kind kind() throws Exception {
        assumeTrue(isOnPath("node") && isOnPath("npm"), "Skipped: needs Node.js and npm");
        return new Kind(
                "javascript",
                List.of("npm", "ci", "--omit=dev", "--no-audit", "--no-fund", "--prefer-offline"),
                List.of("./start.sh"));
    }
}
