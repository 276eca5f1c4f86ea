package dev.transportadvisor.lint.check;

import dev.transportadvisor.lint.finding.RemedyReader;
import dev.transportadvisor.lint.host.HostCatalog;
import dev.transportadvisor.lint.shape.ShapeFault;
import dev.transportadvisor.manifest.FieldPath;
import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.ScalarNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes the check that a rule names, with the parameters that the rule gives. */
public final class CheckReader {

    private final Facts facts;
    private final FieldTestReader tests;

    /** The closed set of kinds. */
    private final Map<String, Function<MappingReader, Check>> kinds = Map.ofEntries(
            Map.entry("syntax", reader -> SyntaxCheck.INSTANCE),
            Map.entry("lookalike", reader -> LookalikeCheck.INSTANCE),
            Map.entry("agreement", this::agreement),
            Map.entry("path-slip", this::pathSlip),
            Map.entry("suppression", SuppressionCheck::read),
            Map.entry("shape", CheckReader::shape),
            Map.entry("requires", this::requires),
            Map.entry("retired", CheckReader::retired),
            Map.entry("url", this::url),
            Map.entry("placeholder", reader -> new PlaceholderCheck(paths(reader, "urls"), message(reader))),
            Map.entry("event-scope", this::eventScope),
            Map.entry("event-status", this::eventStatus),
            Map.entry("scope-status", this::scopeStatus),
            Map.entry("scope-use", this::scopeUse),
            Map.entry("subset", CheckReader::subset),
            Map.entry("unique", CheckReader::unique),
            Map.entry("builtin-command", this::builtinCommand),
            Map.entry("secret", reader -> new SecretCheck(message(reader))),
            Map.entry("decided-transport", this::decidedTransport));

    public CheckReader(Facts facts) {
        this.facts = facts;
        this.tests = new FieldTestReader(facts.agents());
    }

    /** A check that finds nothing stands for one that could not be read, which is reported. */
    public Check read(MappingReader reader) {
        List<String> allowed = kinds.keySet().stream().sorted(Comparator.naturalOrder()).toList();
        Optional<String> kind = reader.requiredChoice("kind", allowed, name -> name);
        Check check = kind.map(name -> kinds.get(name).apply(reader)).orElse(SyntaxCheck.INSTANCE);
        if (kind.isPresent()) {
            reader.rejectUnknownKeys();
        }
        return check;
    }

    private Check requires(MappingReader reader) {
        return new RequiresCheck(
                paths(reader, "each"),
                tests.read(reader, "when"),
                tests.read(reader, "needs"),
                tests.read(reader, "note-when"),
                path(reader, "at"),
                tests.texts(reader, "at-text"),
                RemedyReader.read(reader),
                replacements(reader),
                message(reader));
    }

    /** What took the place of the texts that are looked at: {@code replaced: agent-events}. */
    private Map<String, String> replacements(MappingReader reader) {
        return reader.choices("replaced", List.of("agent-events"), word -> word).isEmpty()
                ? Map.of()
                : facts.agents().events();
    }

    private Check url(MappingReader reader) {
        return new UrlCheck(
                facts.hosts(),
                paths(reader, "at"),
                tests.read(reader, "when"),
                reader.choices("hosts", HostCatalog.Kind.values()),
                reader.scalar("scheme").map(ScalarNode::text),
                message(reader));
    }

    private static Check retired(MappingReader reader) {
        return new RetiredCheck(
                reader.mappings("parts", part -> new RetiredCheck.Part(paths(part, "path"), part.texts("has"))),
                message(reader),
                reader.requiredText("others"));
    }

    private Check agreement(MappingReader reader) {
        return new AgreementCheck(
                facts.hosts(),
                paths(reader, "at"),
                reader.requiredChoice("part", AgreementCheck.Part.values()).orElse(AgreementCheck.Part.HOST),
                tests.read(reader, "when"),
                message(reader));
    }

    private Check pathSlip(MappingReader reader) {
        return new PathSlipCheck(facts.hosts(), paths(reader, "at"), tests.read(reader, "when"), message(reader));
    }

    private Check eventScope(MappingReader reader) {
        return new EventScopeCheck(facts.events(), reader.texts("except"), message(reader));
    }

    private Check eventStatus(MappingReader reader) {
        return new EventStatusCheck(
                facts.events(),
                reader.texts("except"),
                messages(reader, EventStatusCheck.STATUSES),
                reader.choices("notes", EventStatusCheck.STATUSES, status -> status));
    }

    private Check scopeStatus(MappingReader reader) {
        return new ScopeStatusCheck(
                facts.scopes(),
                facts.events(),
                tests.read(reader, "unless-user-and"),
                reader.texts("except"),
                messages(reader, ScopeStatusCheck.STATUSES));
    }

    private Check scopeUse(MappingReader reader) {
        Map<String, List<FieldPath>> usedBy = new HashMap<>();
        reader.mapping("used-by").ifPresent(scopes -> scopes.keys()
                .forEach(scope -> usedBy.put(scope.text(), paths(scopes, scope.text()))));
        return new ScopeUseCheck(
                facts.events(),
                reader.texts("for-events"),
                usedBy,
                tests.read(reader, "unless-user-and"),
                message(reader));
    }

    private static Check subset(MappingReader reader) {
        return new SubsetCheck(
                reader.mappings("pairs", pair -> new SubsetCheck.Pair(
                        path(pair, "each"), paths(pair, "in"), paths(pair, "keys-in"))),
                message(reader));
    }

    private static Check unique(MappingReader reader) {
        return new UniqueCheck(
                paths(reader, "each"),
                paths(reader, "beside"),
                message(reader),
                reader.scalar("but").map(ScalarNode::text).orElse(""));
    }

    private Check builtinCommand(MappingReader reader) {
        return new BuiltinCommandCheck(facts.builtinCommands(), path(reader, "at"), message(reader));
    }

    private Check decidedTransport(MappingReader reader) {
        return new DecidedTransportCheck(
                reader.mappings("transports", transport -> new DecidedTransportCheck.Transport(
                        transport.requiredText("id"), tests.read(transport, "needs"), message(transport))),
                path(reader, "at"));
    }

    private static String message(MappingReader reader) {
        return reader.requiredText("message");
    }

    /** A sentence for each status that is in question. */
    private static Map<String, String> messages(MappingReader reader, List<String> statuses) {
        MappingReader messages = reader.requiredMapping("messages");
        Map<String, String> found = new HashMap<>();
        for (String status : statuses) {
            messages.scalar(status).ifPresent(message -> found.put(status, message.text()));
        }
        messages.rejectUnknownKeys();
        return found;
    }

    private static List<FieldPath> paths(MappingReader reader, String key) {
        return reader.texts(key).stream().map(FieldPath::of).toList();
    }

    private static Check shape(MappingReader reader) {
        return reader.requiredChoice("fault", ShapeFault.Kind.values())
                .<Check>map(ShapeCheck::new)
                .orElse(SyntaxCheck.INSTANCE);
    }

    private static FieldPath path(MappingReader reader, String key) {
        return FieldPath.of(reader.scalar(key).map(ScalarNode::text).orElse(""));
    }
}
