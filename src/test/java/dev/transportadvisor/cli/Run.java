package dev.transportadvisor.cli;

import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.ExitCode;
import dev.transportadvisor.cli.console.Program;
import dev.transportadvisor.report.format.Style;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;

/** What one run of the program did, without a process. */
record Run(int status, String out, String err) {

    static Run of(String... arguments) {
        return in(Path.of(""), "", arguments);
    }

    static Run withInput(String input, String... arguments) {
        return in(Path.of(""), input, arguments);
    }

    static Run in(Path directory, String input, String... arguments) {
        return in(directory, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), arguments);
    }

    static Run in(Path directory, InputStream input, String... arguments) {
        return withTypist(directory, screen -> input, arguments);
    }

    /** @param typist types with an eye on what has been printed so far */
    static Run withTypist(Path directory, Function<Supplier<String>, InputStream> typist, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                typist.apply(() -> out.toString(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Style.PLAIN,
                Console.Screen.NONE,
                directory,
                Program.NAME);
        ExitCode code = Main.run(console, arguments);
        return new Run(code.status(), out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
