package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.testing.Python;
import java.util.List;

/** Slow: what a bot in Java does with the systems behind it, one in Python does, too, word for word. */
class PythonPrivateSystemsIT extends PrivateSystemsIT {

    @Override
    Kind kind() throws Exception {
        assumeTrue(Python.isThere(), Python.NEEDED);
        String install = "python3 -m venv .venv && .venv/bin/pip install --quiet --editable .";
        return new Kind("python", List.of("sh", "-c", install), List.of("./start.sh"));
    }
}
