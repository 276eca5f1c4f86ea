package dev.transportadvisor.build.knowledge;

import dev.transportadvisor.cli.knowledge.Builtin;
import dev.transportadvisor.decision.answers.BuiltinCommands;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.DecisionTableReader;
import dev.transportadvisor.lint.check.Facts;
import dev.transportadvisor.lint.host.HostCatalog;
import dev.transportadvisor.lint.rule.RuleCatalog;
import dev.transportadvisor.lint.secret.SecretShapes;
import dev.transportadvisor.manifest.AgentViews;
import dev.transportadvisor.manifest.EventCatalogReader;
import dev.transportadvisor.manifest.ManifestFields;
import dev.transportadvisor.manifest.ScopeCatalogReader;
import dev.transportadvisor.scaffold.Template;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.SourceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the files of this project say.
 *
 * @param project the folder of the project
 */
public record ReadKnowledge(Path project) implements Builtin {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final String CONTRACT = "contract";

    @Override
    public DecisionTable decisionTable() {
        return DecisionTableReader.read(file("rules/transport.yaml"));
    }

    @Override
    public BuiltinCommands commands() {
        return BuiltinCommands.read(file("rules/builtin-commands.yaml"));
    }

    @Override
    public RuleCatalog manifestRules() {
        Facts facts = new Facts(
                ManifestFields.read(file("rules/manifest-fields.yaml")),
                EventCatalogReader.read(file("rules/events.yaml")),
                ScopeCatalogReader.read(file("rules/scopes.yaml")),
                HostCatalog.read(file("rules/hosts.yaml")),
                SecretShapes.read(file("rules/secrets.yaml")),
                commands(),
                AgentViews.read(file("rules/agents.yaml")));
        return RuleCatalog.read(folder("rules/manifest"), facts);
    }

    @Override
    public List<SourceFile> scenarios() {
        return folder("rules/drill");
    }

    @Override
    public List<Template> templates() {
        Map<String, SourceFile> contract = tree(CONTRACT);
        try (Stream<Path> folders = Files.list(project.resolve(TEMPLATES))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.equals(CONTRACT))
                    .sorted()
                    .map(name -> Template.read(contract, tree(name)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(TEMPLATES + " cannot be read", e);
        }
    }

    @Override
    public Map<String, List<String>> carried() {
        return templates().stream()
                .collect(Collectors.toMap(Template::id, Template::featureIds, (one, other) -> one, TreeMap::new));
    }

    /** The files below a folder of the templates but for those that its project does not want in Git. */
    private Map<String, SourceFile> tree(String name) {
        Path root = project.resolve(TEMPLATES).resolve(name);
        Set<String> ignored = ignored(root.resolve("project/.gitignore"));
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile)
                    .map(root::relativize)
                    .filter(path -> StreamSupport.stream(path.spliterator(), false)
                            .noneMatch(part -> ignored.contains(part.toString())))
                    .map(path -> path.toString().replace('\\', '/'))
                    .collect(Collectors.toMap(
                            path -> path,
                            path -> SourceReader.read(root.resolve(path), name + "/" + path),
                            (one, other) -> one,
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(root + " cannot be read", e);
        }
    }

    private static Set<String> ignored(Path list) {
        try (Stream<String> lines = Files.exists(list) ? Files.lines(list) : Stream.empty()) {
            return lines.map(line -> line.replaceFirst("/$", "")).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(list + " cannot be read", e);
        }
    }

    private List<SourceFile> folder(String path) {
        try (Stream<Path> files = Files.list(project.resolve(path))) {
            return files.map(file -> path + "/" + file.getFileName())
                    .sorted()
                    .map(this::file)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    private SourceFile file(String path) {
        return SourceReader.read(project.resolve(path), path);
    }
}
