package dev.transportadvisor.cli;

import dev.transportadvisor.decision.AnswersFile;
import dev.transportadvisor.decision.AnswersReader;
import dev.transportadvisor.decision.BotRules;
import dev.transportadvisor.decision.BuiltinCommands;
import dev.transportadvisor.decision.DecisionCase;
import dev.transportadvisor.decision.DecisionCaseReader;
import dev.transportadvisor.decision.DecisionTable;
import dev.transportadvisor.decision.DecisionTableReader;
import dev.transportadvisor.drill.Scenario;
import dev.transportadvisor.drill.ScenarioReader;
import dev.transportadvisor.source.FileTrouble;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.SourceReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/**
 * The rules that a command works with.
 *
 * @param own the folder of a table of the user's own, as the user named it; empty for the built-in one
 * @param base what a relative folder starts from
 */
record Knowledge(Optional<Path> own, Path base) {

    private static final String TABLE = "transport.yaml";
    private static final String CASES = "transport.cases.yaml";
    private static final String SCENARIOS = "drill";

    /** The rules that {@code --rules} names. */
    static Knowledge of(ParseResult options, Console console) {
        return at(Optional.ofNullable(options.matchedOptionValue("--rules", null)), console);
    }

    /** @throws InputException if the folder is a file */
    static Knowledge at(Optional<Path> own, Console console) {
        own.filter(path -> Files.isRegularFile(console.directory().resolve(path)))
                .ifPresent(file -> {
                    throw new InputException(file + " is a file. Name the folder that holds " + TABLE + ".");
                });
        return new Knowledge(own, console.directory());
    }

    /** The files of a table of the user's own. */
    List<Path> ownFiles() {
        return own.stream()
                .flatMap(folder ->
                        Stream.of(TABLE, CASES).map(name -> base.resolve(folder).resolve(name)))
                .toList();
    }

    /** How many files hold the table and its cases. */
    int fileCount() {
        return own.isEmpty()
                ? 2
                : (int) ownFiles().stream().filter(Files::exists).count();
    }

    DecisionTable table() {
        return DecisionTableReader.read(
                own.map(folder -> read(folder.resolve(TABLE))).orElseGet(() -> builtin(TABLE)));
    }

    /** The table's cases; a table of one's own need not have any. */
    List<DecisionCase> cases(DecisionTable table) {
        Optional<SourceFile> file = own.isEmpty()
                ? Optional.of(builtin(CASES))
                : own.map(folder -> folder.resolve(CASES))
                        .filter(path -> Files.exists(base.resolve(path)))
                        .map(this::read);
        return file.map(found -> DecisionCaseReader.read(table, found)).orElse(List.of());
    }

    private SourceFile read(Path path) {
        return SourceReader.read(base.resolve(path), path.normalize().toString().replace('\\', '/'));
    }

    AnswersFile answers(DecisionTable table, SourceFile file) {
        return new AnswersReader(table, builtinCommands()).read(file);
    }

    /** The scenarios of the drill. */
    List<Scenario> scenarios() {
        return ScenarioReader.read(own.map(folder -> ownFolder(folder.resolve(SCENARIOS)))
                .orElseGet(() -> builtinFolder(SCENARIOS)));
    }

    private List<SourceFile> ownFolder(Path folder) {
        try {
            return sources(base.resolve(folder), folder.normalize().toString().replace('\\', '/'));
        } catch (IOException e) {
            throw new InputException(folder + " cannot be read: " + FileTrouble.reason(e)
                    + ". It must hold the scenarios, one in each file.");
        }
    }

    BotRules botRules() {
        return new BotRules(builtinCommands());
    }

    private static BuiltinCommands builtinCommands() {
        return BuiltinCommands.read(builtin("builtin-commands.yaml"));
    }

    private static List<SourceFile> builtinFolder(String name) {
        try {
            URI folder = Knowledge.class.getResource("/rules/" + name).toURI();
            if (!folder.getScheme().equals("jar")) {
                return sources(Path.of(folder), "rules/" + name);
            }
            try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
                return sources(jar.getPath("/rules/" + name), "rules/" + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The built-in rules/" + name + " cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<SourceFile> sources(Path folder, String path) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> SourceReader.read(file, path + "/" + file.getFileName()))
                    .toList();
        }
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
