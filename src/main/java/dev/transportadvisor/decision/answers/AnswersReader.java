package dev.transportadvisor.decision.answers;

import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.Domain;
import dev.transportadvisor.decision.table.InputClause;
import dev.transportadvisor.decision.table.Value;
import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.Problems;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads answers, checked against the questions of a table. */
public final class AnswersReader {

    private static final String SCHEMA = "1";

    /** Slack's schema requires it of every manifest: docs.slack.dev/reference/app-manifest. */
    private static final String MANIFEST_KEY = "display_information";

    private final DecisionTable table;
    private final BuiltinCommands builtin;
    private final String advice;

    public AnswersReader(DecisionTable table, BuiltinCommands builtin) {
        this(table, builtin, "");
    }

    /** @param advice what to say of a question that the table does not have; empty for nothing */
    public AnswersReader(DecisionTable table, BuiltinCommands builtin, String advice) {
        this.table = table;
        this.builtin = builtin;
        this.advice = advice;
    }

    /**
     * Reads an answers file.
     *
     * @throws dev.transportadvisor.source.InputException with everything that is wrong with the file
     */
    public AnswersFile read(SourceFile file) {
        Problems problems = new Problems(file);
        MappingReader root = new MappingReader("the answers file", DocumentReader.read(file), problems);
        root.requiredChoice("schema", List.of(SCHEMA), schema -> schema);
        Optional<Node> named = root.requiredNode("bot");
        if (named.isEmpty()) {
            refuseManifest(root);
        }
        Bot bot = named.map(node -> new BotReader(builtin, problems).read(new MappingReader("`bot`", node, problems)))
                .orElse(new Bot("", ""));
        Answers answers = sections(root);
        root.rejectUnknownKeys();
        problems.throwIfAny();
        return new AnswersFile(bot, answers);
    }

    /** One sentence instead of all that a manifest lacks as an answers file. */
    private static void refuseManifest(MappingReader root) {
        for (ScalarNode key : root.keys()) {
            if (key.text().equals(MANIFEST_KEY)) {
                throw new InputException(
                        root.problems().location(key.span()),
                        "This is an app manifest, not an answers file. `transport-advisor lint` checks it;"
                                + " `transport-advisor ask` writes an answers file.");
            }
        }
    }

    /** Reads the sections of answers out of a larger mapping, and reports what is wrong with them to it. */
    public Answers sections(MappingReader parent) {
        Answers answers = Answers.none(table);
        for (InputClause.Section section : InputClause.Section.values()) {
            Optional<MappingReader> reader = parent.mapping(section.key());
            if (reader.isPresent()) {
                answers = section(section, reader.get(), answers);
            }
        }
        return answers;
    }

    private Answers section(InputClause.Section section, MappingReader reader, Answers answers) {
        for (InputClause input : table.inputs()) {
            if (input.section() == section) {
                Optional<Value> value =
                        reader.scalar(input.id()).flatMap(text -> value(input, text, reader.problems()));
                answers = answers.with(input, value);
            }
        }
        reportMisplaced(section, reader);
        reader.rejectUnknownKeys(advice);
        return answers;
    }

    private void reportMisplaced(InputClause.Section section, MappingReader reader) {
        for (ScalarNode key : reader.keys()) {
            table.input(key.text()).filter(input -> input.section() != section).ifPresent(input -> {
                reader.node(key.text());
                reader.problems()
                        .at(
                                key.span(),
                                "`" + key.text() + "` belongs under `"
                                        + input.section().key() + "`, not under `" + section.key()
                                        + "`. Move it there.");
            });
        }
    }

    private Optional<Value> value(InputClause input, ScalarNode node, Problems problems) {
        String text = node.text();
        if (text.equals(Answers.UNKNOWN)) {
            return Optional.empty();
        }
        Optional<Value> value = input.domain().parse(text);
        if (value.isEmpty()) {
            List<String> allowed = new ArrayList<>(input.domain().allowed());
            allowed.add(Answers.UNKNOWN);
            String wrong = text.isEmpty()
                    ? "No value for `" + input.id() + "`. "
                    : Quoted.of(text) + " is no answer to `" + input.id() + "`. ";
            problems.at(node.span(), wrong + Suggestion.sentence(text, allowed) + whereItBelongs(input, text));
        }
        return value;
    }

    /** The key that a word is an answer to, if there is one other; empty if there is none. */
    private String whereItBelongs(InputClause input, String text) {
        List<String> keys = table.inputs().stream()
                .filter(other -> other != input && other.section() == InputClause.Section.CONTEXT)
                .filter(other -> other.domain() instanceof Domain.Words words
                        && words.allowed().contains(text)
                        && !Set.of("true", "false").contains(text))
                .map(InputClause::id)
                .toList();
        return keys.size() == 1 ? " It is an answer to `" + keys.get(0) + "`." : "";
    }
}
