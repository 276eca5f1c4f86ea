package dev.transportadvisor.lint.rule;

import dev.transportadvisor.diagnostic.RuleDescriptor;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.lint.check.Check;
import dev.transportadvisor.lint.check.CheckReader;
import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.Location;
import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.Problems;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.Span;
import java.util.Optional;

/** Reads the file of one rule. */
final class LintRuleReader {

    private final CheckReader checks;

    LintRuleReader(CheckReader checks) {
        this.checks = checks;
    }

    /** @throws dev.transportadvisor.source.InputException if a part is missing or wrong */
    LintRule read(SourceFile file) {
        Problems problems = new Problems(file);
        Node root = DocumentReader.read(file);
        MappingReader reader = new MappingReader("the rule", root, problems);
        RuleDescriptor descriptor = descriptor(reader, file);
        Check check = checks.read(reader.requiredMapping("check"));
        Optional<String> decision = reader.scalar("decision").map(ScalarNode::text);
        Example bad = new Example(reader.requiredText("bad"), decision);
        Example good = new Example(reader.requiredText("good"), decision);
        reader.rejectUnknownKeys();
        problems.throwIfAny();
        return new LintRule(descriptor, check, bad, good, start(file, root));
    }

    private static RuleDescriptor descriptor(MappingReader reader, SourceFile file) {
        Optional<ScalarNode> id = reader.requiredScalar("id");
        id.filter(text -> !file.path().endsWith("/" + text.text() + ".yaml"))
                .ifPresent(text -> reader.problems()
                        .at(text.span(), "A rule's file is named after its id: `" + text.text() + ".yaml`."));
        return new RuleDescriptor(
                id.map(ScalarNode::text).orElse(""),
                reader.requiredChoice("severity", Severity.values()).orElse(Severity.NOTE),
                reader.requiredText("summary"),
                reader.requiredText("why"),
                reader.requiredText("remedy"),
                reader.requiredText("source"));
    }

    private static Location start(SourceFile file, Node root) {
        return file.location(new Span(root.span().start(), root.span().start()));
    }
}
