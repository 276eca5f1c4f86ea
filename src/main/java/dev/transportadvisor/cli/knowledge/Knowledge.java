package dev.transportadvisor.cli.knowledge;

import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.decision.answers.AnswersFile;
import dev.transportadvisor.decision.answers.AnswersReader;
import dev.transportadvisor.decision.answers.BotRules;
import dev.transportadvisor.decision.check.DecisionCase;
import dev.transportadvisor.decision.check.DecisionCaseReader;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.DecisionTableReader;
import dev.transportadvisor.drill.Scenario;
import dev.transportadvisor.drill.ScenarioReader;
import dev.transportadvisor.report.knowledge.DecisionKnowledge;
import dev.transportadvisor.report.knowledge.KnowledgeItem;
import dev.transportadvisor.report.knowledge.ManifestRulePage;
import dev.transportadvisor.source.BuiltinFiles;
import dev.transportadvisor.source.FileTrouble;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.SourceReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules that a command works with.
 *
 * @param own the folder of a table of the user's own, as the user named it; empty for the built-in one
 * @param base what a relative folder starts from
 */
public record Knowledge(Optional<Path> own, Path base) {

    private static final String TABLE = "transport.yaml";
    private static final String CASES = "transport.cases.yaml";
    private static final String SCENARIOS = "drill";

    /** @throws InputException if the folder is a file */
    public static Knowledge at(Optional<Path> own, Console console) {
        own.filter(path -> Files.isRegularFile(console.directory().resolve(path)))
                .ifPresent(file -> {
                    throw new InputException(file + " is a file. Name the folder that holds " + TABLE + ".");
                });
        return new Knowledge(own, console.directory());
    }

    /** The files of a table of the user's own. */
    public List<Path> ownFiles() {
        return own.stream()
                .flatMap(folder ->
                        Stream.of(TABLE, CASES).map(name -> base.resolve(folder).resolve(name)))
                .toList();
    }

    /** What the files that hold the table and its cases are called in reports. */
    public List<String> fileNames() {
        return Stream.of(CASES, TABLE)
                .filter(name -> own.isEmpty() || Files.exists(base.resolve(own.get()).resolve(name)))
                .map(name -> own.map(folder -> name(folder.resolve(name))).orElse("rules/" + name))
                .toList();
    }

    /** The text of a table of the user's own. */
    public Optional<SourceFile> ownTable() {
        return own.map(folder -> read(folder.resolve(TABLE)));
    }

    public DecisionTable table() {
        return ownTable()
                .map(DecisionTableReader::read)
                .orElseGet(() -> Builtin.knowledge().decisionTable());
    }

    /** The table's cases; a table of one's own need not have any. */
    public List<DecisionCase> cases(DecisionTable table) {
        Optional<SourceFile> file = own.isEmpty()
                ? Optional.of(BuiltinFiles.read("rules/" + CASES))
                : own.map(folder -> folder.resolve(CASES))
                        .filter(path -> Files.exists(base.resolve(path)))
                        .map(this::read);
        return file.map(found -> DecisionCaseReader.read(table, found)).orElse(List.of());
    }

    private SourceFile read(Path path) {
        return SourceReader.read(base.resolve(path), name(path));
    }

    private static String name(Path path) {
        return path.normalize().toString().replace(File.separatorChar, '/');
    }

    public AnswersFile answers(DecisionTable table, SourceFile file) {
        return new AnswersReader(table, Builtin.knowledge().commands()).read(file);
    }

    /** Everything that is known, about the decision and about manifests, in short. */
    public List<KnowledgeItem> items() {
        return Stream.concat(
                        new DecisionKnowledge(table()).all().stream(),
                        ManifestRulePage.all(Builtin.knowledge().manifestRules()).stream())
                .toList();
    }

    /** Everything about the items of an id. */
    public List<KnowledgeItem> items(String id) {
        ManifestRulePage manifests =
                new ManifestRulePage(Builtin.knowledge().manifestRules(), LocalDate.now(ZoneOffset.UTC));
        return Stream.concat(
                        new DecisionKnowledge(table()).all().stream().filter(item -> item.id().equals(id)),
                        manifests.page(id).stream())
                .toList();
    }

    /** The scenarios of the drill. */
    public List<Scenario> scenarios() {
        return ScenarioReader.read(own.map(folder -> ownFolder(folder.resolve(SCENARIOS)))
                .orElseGet(() -> Builtin.knowledge().scenarios()));
    }

    private List<SourceFile> ownFolder(Path folder) {
        try (Stream<Path> files = Files.list(base.resolve(folder))) {
            return files.map(file -> read(folder.resolve(file.getFileName()))).toList();
        } catch (IOException e) {
            throw new InputException(folder + " cannot be read: " + FileTrouble.reason(e)
                    + ". It must hold the scenarios, one in each file.");
        }
    }

    public BotRules botRules() {
        return new BotRules(Builtin.knowledge().commands());
    }
}
