package dev.transportadvisor.cli.knowledge;

import dev.transportadvisor.decision.answers.BuiltinCommands;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.DecisionTableReader;
import dev.transportadvisor.drill.Scenario;
import dev.transportadvisor.drill.ScenarioReader;
import dev.transportadvisor.lint.check.Facts;
import dev.transportadvisor.lint.host.HostCatalog;
import dev.transportadvisor.lint.rule.RuleCatalog;
import dev.transportadvisor.lint.secret.SecretShapes;
import dev.transportadvisor.manifest.EventCatalogReader;
import dev.transportadvisor.manifest.ManifestFields;
import dev.transportadvisor.manifest.ScopeCatalogReader;
import dev.transportadvisor.scaffold.Template;
import dev.transportadvisor.source.BuiltinFiles;
import dev.transportadvisor.source.SourceFile;
import java.util.List;

/** What the program knows, read from the files that it carries. */
public final class Builtin {

    private Builtin() {}

    public static DecisionTable decisionTable() {
        return DecisionTableReader.read(BuiltinFiles.rules().read("rules/transport.yaml"));
    }

    public static BuiltinCommands commands() {
        return BuiltinCommands.read(BuiltinFiles.rules().read("rules/builtin-commands.yaml"));
    }

    public static RuleCatalog manifestRules() {
        BuiltinFiles rules = BuiltinFiles.rules();
        Facts facts = new Facts(
                ManifestFields.read(rules.read("rules/manifest-fields.yaml")),
                EventCatalogReader.read(rules.read("rules/events.yaml")),
                ScopeCatalogReader.read(rules.read("rules/scopes.yaml")),
                HostCatalog.read(rules.read("rules/hosts.yaml")),
                SecretShapes.read(rules.read("rules/secrets.yaml")),
                commands());
        return RuleCatalog.read(folder("rules/manifest/"), facts);
    }

    public static List<Scenario> scenarios() {
        return ScenarioReader.read(folder("rules/drill/"));
    }

    public static Template template() {
        return Template.bundled("bolt-java");
    }

    private static List<SourceFile> folder(String start) {
        BuiltinFiles rules = BuiltinFiles.rules();
        return rules.paths().stream()
                .filter(path -> path.startsWith(start))
                .map(rules::read)
                .toList();
    }
}
