package dev.transportadvisor.cli.ask;

import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.ExitCode;

/** Runs another command of the program, as if it had been typed. */
public interface CommandRunner {

    ExitCode run(Console console, String... arguments);
}
