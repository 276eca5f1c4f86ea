package dev.transportadvisor.drill;

import dev.transportadvisor.drill.advice.AdviceBook;
import dev.transportadvisor.drill.process.BotCommand;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a bot takes the address of the Web API, for one that has not called the local Slack. */
record ApiAddress(AdviceBook advice, BotCommand command) {

    /** What to do, with the line of code for the framework that the bot is made with. */
    String sentence() {
        return "The bot has not called the local Slack so far. It must take the address of the Web API from"
                + " SLACK_API_URL. " + advice.code(folders());
    }

    /** The same for a bot that has ended, for that reason or for another. */
    String sentenceAboutTheEnd() {
        return "It had not called the local Slack by then. If it called Slack instead, let it take the address of the"
                + " Web API from SLACK_API_URL. " + advice.code(folders());
    }

    /** Whether the bot is made with a framework that calls Slack before it handles anything, as Bolt does. */
    boolean isNeededByFramework() {
        return !advice.frameworksIn(folders()).isEmpty();
    }

    /** Where the project may be that the bot is part of: where it is started, and where its files are. */
    private List<Path> folders() {
        Stream<Path> ofFiles = command.command().stream()
                .flatMap(word -> path(word).stream())
                .filter(Files::isRegularFile)
                .map(Path::getParent);
        return Stream.concat(Stream.of(command.directory()), ofFiles).distinct().toList();
    }

    private Optional<Path> path(String word) {
        try {
            return Optional.of(command.directory().resolve(word));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
