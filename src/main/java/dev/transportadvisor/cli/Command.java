package dev.transportadvisor.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A command: its options, and what it does with them. */
interface Command {

    /** The command's options and help; the command itself is the spec's user object. */
    CommandSpec spec();

    /** @throws dev.transportadvisor.source.InputException if an input cannot be used */
    ExitCode run(ParseResult options, Console console);
}
