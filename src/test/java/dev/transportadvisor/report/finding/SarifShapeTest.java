package dev.transportadvisor.report.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SequenceNode;
import dev.transportadvisor.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * SARIF 2.1.0 as its JSON schema describes what is written here: which properties an object must have, which it may
 * have, and the words and numbers that are allowed.
 */
class SarifShapeTest {

    /** The properties of an object: those that must be there, and the objects or values that may stand behind each. */
    private record Shape(Set<String> required, Map<String, String> properties) {}

    private static final Map<String, Shape> SHAPES = Map.ofEntries(
            shape("sarifLog", "version runs", "$schema=uri version=version runs=run"),
            shape("run", "tool", "tool=tool columnKind=columnKind results=result"),
            shape("tool", "driver", "driver=toolComponent"),
            shape("toolComponent", "name", "name=text version=text rules=reportingDescriptor"),
            shape(
                    "reportingDescriptor",
                    "id",
                    "id=text shortDescription=multiformat fullDescription=multiformat help=multiformat helpUri=uri"
                            + " defaultConfiguration=configuration properties=propertyBag"),
            shape("multiformat", "text", "text=text markdown=text"),
            shape("configuration", "", "level=level"),
            shape(
                    "result",
                    "message",
                    "ruleId=text ruleIndex=index level=level message=multiformat locations=location"
                            + " partialFingerprints=any fixes=fix suppressions=suppression properties=propertyBag"),
            shape("location", "", "physicalLocation=physicalLocation"),
            shape("physicalLocation", "artifactLocation", "artifactLocation=artifactLocation region=region"),
            shape("artifactLocation", "uri", "uri=uri"),
            shape(
                    "region",
                    "startLine",
                    "startLine=position startColumn=position endLine=position endColumn=position"),
            shape("fix", "artifactChanges", "description=multiformat artifactChanges=artifactChange"),
            shape("artifactChange", "artifactLocation replacements", "artifactLocation=artifactLocation"
                    + " replacements=replacement"),
            shape("replacement", "deletedRegion", "deletedRegion=region insertedContent=multiformat"),
            shape("suppression", "kind", "kind=suppressionKind justification=text"),
            shape("propertyBag", "", "problem.severity=text tags=text pointer=text"));

    private static final Map<String, String> VALUES = Map.of(
            "text", "(?s).+",
            "uri", "[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=%-]+",
            "version", "2\\.1\\.0",
            "level", "none|note|warning|error",
            "columnKind", "unicodeCodePoints|utf16CodeUnits",
            "suppressionKind", "inSource|external",
            "position", "[1-9][0-9]*",
            "index", "[0-9]+");

    private final List<String> visited = new ArrayList<>();

    @Test
    void hasTheShapeOfTheStandard() {
        Node log = DocumentReader.read(new SourceFile(
                "report.sarif", Findings.text(new SarifDiagnosticFormatter("1.2.3"), Findings.report())));
        assertShape("sarifLog", log);
        assertEquals(SHAPES.keySet(), Set.copyOf(visited), "every shape has been met");
    }

    @Test
    void resultsNameTheirRules() {
        SourceFile text = new SourceFile(
                "report.sarif", Findings.text(new SarifDiagnosticFormatter("1.2.3"), Findings.report()));
        Node run = items(child(DocumentReader.read(text), "runs")).get(0);
        List<String> rules = items(child(child(child(run, "tool"), "driver"), "rules")).stream()
                .map(rule -> string(child(rule, "id")))
                .toList();
        for (Node result : items(child(run, "results"))) {
            int index = Integer.parseInt(string(child(result, "ruleIndex")));
            assertEquals(string(child(result, "ruleId")), rules.get(index));
        }
    }

    private void assertShape(String name, Node node) {
        if (node instanceof SequenceNode list) {
            list.items().forEach(item -> assertShape(name, item));
        } else if (node instanceof ScalarNode scalar) {
            assertTrue(VALUES.containsKey(name), name + " is no single value");
            assertTrue(scalar.text().matches(VALUES.get(name)), () -> name + ": " + scalar.text());
        } else if (node instanceof MappingNode mapping && !name.equals("any")) {
            visited.add(name);
            Shape shape = SHAPES.get(name);
            Set<String> keys = mapping.entries().stream()
                    .map(entry -> entry.key().text())
                    .collect(Collectors.toSet());
            assertTrue(keys.containsAll(shape.required), () -> name + " must have " + shape.required + ": " + keys);
            for (MappingNode.Entry entry : mapping.entries()) {
                String property = entry.key().text();
                assertTrue(shape.properties.containsKey(property), () -> name + " has no " + property);
                assertShape(shape.properties.get(property), entry.value());
            }
        }
    }

    private static Node child(Node node, String key) {
        return ((MappingNode) node)
                .entries().stream()
                        .filter(entry -> entry.key().text().equals(key))
                        .findFirst()
                        .orElseThrow()
                        .value();
    }

    private static List<Node> items(Node node) {
        return ((SequenceNode) node).items();
    }

    private static String string(Node node) {
        return ((ScalarNode) node).text();
    }

    private static Map.Entry<String, Shape> shape(String name, String required, String properties) {
        return Map.entry(
                name,
                new Shape(
                        required.isEmpty() ? Set.of() : Set.of(required.split(" ")),
                        List.of(properties.split(" ")).stream()
                                .map(property -> property.split("="))
                                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]))));
    }
}
