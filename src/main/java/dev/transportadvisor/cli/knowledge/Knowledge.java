package dev.transportadvisor.cli.knowledge;

import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.decision.answers.AnswersFile;
import dev.transportadvisor.decision.answers.AnswersReader;
import dev.transportadvisor.decision.answers.BotRules;
import dev.transportadvisor.decision.check.DecisionCase;
import dev.transportadvisor.decision.check.DecisionCaseReader;
import dev.transportadvisor.decision.check.DecisionTableChecker;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.DecisionTableReader;
import dev.transportadvisor.diagnostic.RuleDescriptor;
import dev.transportadvisor.drill.Scenario;
import dev.transportadvisor.drill.ScenarioReader;
import dev.transportadvisor.drill.advice.AdviceBook;
import dev.transportadvisor.lint.check.Facts;
import dev.transportadvisor.lint.rule.RuleCatalog;
import dev.transportadvisor.report.knowledge.AnswerKnowledge;
import dev.transportadvisor.report.knowledge.CheckKnowledge;
import dev.transportadvisor.report.knowledge.CommandKnowledge;
import dev.transportadvisor.report.knowledge.DecisionKnowledge;
import dev.transportadvisor.report.knowledge.EventKnowledge;
import dev.transportadvisor.report.knowledge.FieldKnowledge;
import dev.transportadvisor.report.knowledge.Glossary;
import dev.transportadvisor.report.knowledge.GlossaryChecker;
import dev.transportadvisor.report.knowledge.HostKnowledge;
import dev.transportadvisor.report.knowledge.KnowledgeArea;
import dev.transportadvisor.report.knowledge.KnowledgeKind;
import dev.transportadvisor.report.knowledge.ManifestRulePage;
import dev.transportadvisor.report.knowledge.MethodKnowledge;
import dev.transportadvisor.report.knowledge.ScenarioKnowledge;
import dev.transportadvisor.report.knowledge.ScopeKnowledge;
import dev.transportadvisor.simulator.web.MethodScopes;
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
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
    private static final SortedMap<KnowledgeKind, String> GLOSSARIES = new TreeMap<>(
            Map.of(KnowledgeKind.SLACK, "slack-words.yaml", KnowledgeKind.TERM, "report-words.yaml"));
    private static final String DRILL_ADVICE = "drill-advice.yaml";

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
        return Stream.concat(Stream.of(CASES, TABLE), GLOSSARIES.values().stream())
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
                : ownFile(CASES).map(this::read);
        return file.map(found -> DecisionCaseReader.read(table, found)).orElse(List.of());
    }

    private SourceFile read(Path path) {
        return SourceReader.read(base.resolve(path), name(path));
    }

    private static String name(Path path) {
        return path.normalize().toString().replace(File.separatorChar, '/');
    }

    public AnswersFile answers(DecisionTable table, SourceFile file) {
        return answersReader(table).read(file);
    }

    private AnswersReader answersReader(DecisionTable table) {
        String advice = own.isEmpty() ? " What a table of your own asks is known with --rules DIR." : "";
        return new AnswersReader(table, Builtin.knowledge().commands(), advice);
    }

    /** Everything that is known, by area. */
    public List<KnowledgeArea> areas() {
        RuleCatalog catalog = Builtin.knowledge().manifestRules();
        Facts facts = catalog.facts();
        return List.of(
                new DecisionKnowledge(table()),
                new CheckKnowledge(checks()),
                new ManifestRulePage(catalog, LocalDate.now(ZoneOffset.UTC)),
                new ScenarioKnowledge(knownScenarios()),
                glossary(KnowledgeKind.SLACK),
                glossary(KnowledgeKind.TERM),
                new AnswerKnowledge(table()),
                new EventKnowledge(facts.events()),
                new ScopeKnowledge(facts.scopes(), facts.events()),
                new MethodKnowledge(MethodScopes.builtin()),
                new FieldKnowledge(facts.fields(), catalog.descriptors()),
                new CommandKnowledge(facts.builtinCommands()),
                new HostKnowledge(facts.hosts()));
    }

    /** Everything that {@code rules check} can find. */
    public static List<RuleDescriptor> checks() {
        return Stream.of(DecisionTableChecker.RULES, GlossaryChecker.RULES)
                .flatMap(List::stream)
                .toList();
    }

    private Glossary glossary(KnowledgeKind kind) {
        String name = GLOSSARIES.get(kind);
        return Glossary.read(
                kind,
                ownFile(name).map(this::read).orElseGet(() -> BuiltinFiles.read("rules/" + name)));
    }

    /** The words whose references can be checked: the built-in ones, or those in a folder of the user's own. */
    public List<Glossary> glossaries() {
        return GLOSSARIES.keySet().stream()
                .filter(kind -> own.isEmpty() || ownFile(GLOSSARIES.get(kind)).isPresent())
                .map(this::glossary)
                .toList();
    }

    private Optional<Path> ownFile(String name) {
        return own.map(folder -> folder.resolve(name)).filter(path -> Files.exists(base.resolve(path)));
    }

    /** The scenarios of the drill. */
    public List<Scenario> scenarios() {
        return ScenarioReader.read(own.map(folder -> ownFolder(folder.resolve(SCENARIOS)))
                .orElseGet(() -> Builtin.knowledge().scenarios()));
    }

    /** The same for a folder that may hold a table alone. */
    private List<Scenario> knownScenarios() {
        boolean isOwn = own.stream().anyMatch(folder -> Files.isDirectory(base.resolve(folder).resolve(SCENARIOS)));
        return isOwn ? scenarios() : ScenarioReader.read(Builtin.knowledge().scenarios());
    }

    /** What the drill advises; scenarios of one's own need no advice of their own beside it. */
    public AdviceBook drillAdvice() {
        return AdviceBook.read(ownFile(DRILL_ADVICE)
                .map(this::read)
                .orElseGet(() -> BuiltinFiles.read("rules/" + DRILL_ADVICE)));
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
