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
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the files of this project say.
 *
 * @param project the folder of the project
 */
public record ReadKnowledge(Path project) implements Builtin {

    private static final String TEMPLATE = "src/main/resources/templates/bolt-java/";

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
    public Template template() {
        return Template.read(path -> Optional.of(TEMPLATE + path)
                .filter(place -> Files.exists(project.resolve(place)))
                .map(this::file));
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
