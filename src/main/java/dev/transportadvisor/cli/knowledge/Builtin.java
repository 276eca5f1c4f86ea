package dev.transportadvisor.cli.knowledge;

import dev.transportadvisor.decision.answers.BuiltinCommands;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.lint.rule.RuleCatalog;
import dev.transportadvisor.scaffold.Template;
import dev.transportadvisor.source.SourceFile;
import java.util.List;
import java.util.ServiceLoader;

/**
 * What the program knows by itself. The build reads it from {@code rules} and the bot's template and makes a class of
 * it, since to read and check all the files would take longer than most runs.
 */
public interface Builtin {

    /** The knowledge that the build has made. */
    static Builtin knowledge() {
        return ServiceLoader.load(Builtin.class, Builtin.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The knowledge is missing: mvn compile makes it."));
    }

    DecisionTable decisionTable();

    /** The names that Slack keeps for commands of its own. */
    BuiltinCommands commands();

    RuleCatalog manifestRules();

    /** The texts of the drill's scenarios. A drill takes so long that it may as well read them. */
    List<SourceFile> scenarios();

    /** The bot that is scaffolded. */
    Template template();
}
