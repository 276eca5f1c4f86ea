package dev.transportadvisor.cli.knowledge;

import dev.transportadvisor.decision.answers.Bot;
import dev.transportadvisor.decision.answers.BuiltinCommands;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.lint.rule.RuleCatalog;
import dev.transportadvisor.scaffold.Template;
import dev.transportadvisor.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * What the program knows by itself. The build reads it from {@code rules} and the templates of bots, and makes a class
 * of it, since to read and check all the files would take longer than most runs.
 */
public interface Builtin {

    /** The language of a bot whose owner names none. */
    String DEFAULT_LANGUAGE = "java";

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

    /** The bots that can be scaffolded, one for each language. */
    List<Template> templates();

    /** By language, the ids of what these can carry: a recommendation need not load their files. */
    Map<String, List<String>> carried();

    /** What a bot can carry that is scaffolded in its language. */
    default List<String> carriedBy(Bot bot) {
        return carried().get(language(bot));
    }

    /** The bot in the language that is wished for. */
    default Template template(Bot bot) {
        return templates().stream()
                .filter(template -> template.id().equals(language(bot)))
                .findFirst()
                .orElseThrow();
    }

    private static String language(Bot bot) {
        return bot.language().orElse(DEFAULT_LANGUAGE);
    }
}
