package dev.transportadvisor.cli;

import dev.transportadvisor.decision.AnswersFile;
import dev.transportadvisor.decision.AnswersReader;
import dev.transportadvisor.decision.BuiltinCommands;
import dev.transportadvisor.decision.DecisionCase;
import dev.transportadvisor.decision.DecisionCaseReader;
import dev.transportadvisor.decision.DecisionTable;
import dev.transportadvisor.decision.DecisionTableReader;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.SourceReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The rules that a command works with: the built-in ones, or a table of the user's own. */
record Knowledge(Optional<Path> directory) {

    private static final String TABLE = "transport.yaml";
    private static final String CASES = "transport.cases.yaml";

    DecisionTable table() {
        return DecisionTableReader.read(directory.map(own -> SourceReader.read(own.resolve(TABLE))).orElseGet(() -> builtin(TABLE)));
    }

    /** The table's cases; a table of one's own need not have any. */
    List<DecisionCase> cases(DecisionTable table) {
        Optional<SourceFile> file = directory.isEmpty()
                ? Optional.of(builtin(CASES))
                : directory.map(own -> own.resolve(CASES)).filter(Files::exists).map(SourceReader::read);
        return file.map(found -> DecisionCaseReader.read(table, found)).orElse(List.of());
    }

    AnswersFile answers(DecisionTable table, SourceFile file) {
        return new AnswersReader(table, BuiltinCommands.read(builtin("builtin-commands.yaml"))).read(file);
    }

    private static SourceFile builtin(String name) {
        String path = "rules/" + name;
        try (InputStream in = Knowledge.class.getResourceAsStream("/" + path)) {
            return SourceReader.read(path, in);
        } catch (IOException e) {
            throw new UncheckedIOException("The built-in " + path + " cannot be read", e);
        }
    }
}
