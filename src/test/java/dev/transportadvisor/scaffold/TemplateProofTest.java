package dev.transportadvisor.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.cli.knowledge.Builtin;
import dev.transportadvisor.lint.Rules;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.testing.Slow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every template, whatever it is taken apart into; by means that are not those of {@link Cut}. */
class TemplateProofTest {

    private static final Pattern MARK = Pattern.compile("[ \\t]*(?://|#|<!--|--)[ \\t]*(region|endregion)\\b(.*)");

    private static final Pattern MANIFEST = Pattern.compile("manifest(\\.dev)?\\.yaml|\\.slack/manifest\\.json");

    private static final Pattern FUNCTION = Pattern.compile("\\blambda( [^:\n]*)?:");

    private static final Pattern CODE = Pattern.compile(".*\\.(java|js|py)");

    static Stream<Template> templates() {
        return Stream.concat(Stream.of(SmallTemplate.read()), bundled());
    }

    static Stream<Template> bundled() {
        return Builtin.knowledge().templates().stream();
    }

    /** Byte for byte: the lines between the marks of what is there, none between the others, and no mark. */
    @ParameterizedTest
    @MethodSource("templates")
    void aMaximalBotIsTheProjectWithoutTheFilesOfTheOthers(Template template) {
        for (Selection maximal : Variants.maximal(template)) {
            SortedMap<String, String> expected = new TreeMap<>();
            template.files(maximal.choices()).forEach((path, text) -> {
                if (template.features().stream()
                        .noneMatch(feature -> !maximal.taken().contains(feature) && Owner.is(feature.id(), path))) {
                    expected.put(path, overItsTransport(template, maximal, withoutMarks(text, maximal.features())));
                }
            });
            Map<String, String> bot = new TreeMap<>(scaffold(template, maximal));
            // Its link holds the manifest, and a file that consists of regions goes with them.
            bot.remove("README.md");
            expected.remove("README.md");
            expected.values().removeIf(String::isEmpty);

            assertEquals(expected.keySet(), bot.keySet());
            expected.forEach((path, text) -> {
                if (template.features().stream().noneMatch(feature -> feature.json().containsKey(path))) {
                    assertEquals(text, bot.get(path), path);
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void theOrderOfCutsDoesNotMatter(Template template) {
        for (Selection variant : Variants.maximal(template)) {
            Cut whole = Cut.of(template.files(variant.choices()));
            for (Feature one : template.features()) {
                for (Feature other : template.features()) {
                    assertEquals(
                            whole.without(one).without(other).finished(),
                            whole.without(other).without(one).finished(),
                            one.id() + " and " + other.id());
                }
            }
        }
    }

    /** Then no bot without it can miss it. */
    @ParameterizedTest
    @MethodSource("templates")
    void whatAFeatureDefinesIsUsedOnlyWhereItIs(Template template) {
        for (Feature feature : template.features()) {
            for (Selection variant : Variants.maximal(template)) {
                SortedMap<String, String> files = template.files(variant.choices());
                List<Pattern> uses = files.keySet().stream()
                        .filter(path -> Owner.is(feature.id(), path) && CODE.matcher(path).matches())
                        .map(TemplateProofTest::use)
                        .toList();
                Cut cut = Cut.of(files).without(feature);
                for (Feature other : template.features()) {
                    cut = other.needs().contains(feature.id()) ? cut.without(other) : cut;
                }
                cut.finished().forEach((path, text) -> uses.forEach(use -> assertFalse(
                        use.matcher(text).find(), () -> path + " uses " + use + " of " + feature.id())));
            }
        }
    }

    /** Python's and JavaScript's modules are called like things, such as `store`: it is an import that uses one. */
    private static Pattern use(String path) {
        String module = path.replaceFirst("/__init__\\.py$", ".py");
        String file = module.substring(module.lastIndexOf('/') + 1);
        String name = Pattern.quote(path.endsWith(".js") ? file : file.replaceFirst("\\..*", ""));
        return path.endsWith(".py")
                ? Pattern.compile("^[ \\t]*(?:from|import) .*\\b" + name + "\\b", Pattern.MULTILINE)
                : Pattern.compile("\\b" + name + "\\b");
    }

    @Slow
    @ParameterizedTest
    @MethodSource("templates")
    void noWordOfAFeatureIsLeftThatWasNotTaken(Template template) {
        Map<String, Set<Feature>> spokenOf = new HashMap<>(); // most bots have most texts in common
        for (Selection variant : Variants.all(template)) {
            scaffold(template, variant).forEach((path, text) -> spokenOf
                    .computeIfAbsent(path + "\n" + text, file -> spokenOf(template, file))
                    .forEach(feature -> assertTrue(
                            variant.taken().contains(feature) || isSpokenOf(feature, variant),
                            () -> feature.id() + " is left in " + path + " of " + variant.features())));
        }
    }

    /** Functions without a name are called like a feature: {@code lambda x: …} is Python's own. */
    private static Set<Feature> spokenOf(Template template, String written) {
        String file = template.id().equals("python") ? FUNCTION.matcher(written).replaceAll("") : written;
        return template.features().stream()
                .filter(feature -> Pattern.compile("(?i)\\b" + feature.id().replace("-", "[-_ ]?") + "\\b")
                        .matcher(file)
                        .find())
                .collect(Collectors.toSet());
    }

    /** With an address of one's own in the place of the example's. */
    @Slow
    @ParameterizedTest
    @MethodSource("bundled")
    void noManifestHasAFinding(Template template) {
        Map<String, String> manifests = new TreeMap<>();
        for (Selection variant : Variants.all(template)) {
            scaffold(template, variant).forEach((path, text) -> {
                if (MANIFEST.matcher(path).matches()) {
                    manifests.put(text.replace(".example.com/", ".bots.acme.io/"), path);
                }
            });
        }

        assertTrue(manifests.size() >= 4, manifests::toString);
        manifests.forEach((text, path) -> assertEquals(List.of(), Rules.lint(new SourceFile(path, text)), text));
    }

    /** Figures are for Prometheus, whether or not the bot asks it for alerts: such a bot is seen without them. */
    private static boolean isSpokenOf(Feature feature, Selection variant) {
        return feature.id().equals("prometheus") && variant.features().contains("metrics");
    }

    /** Where a region goes, the blank line that set it apart goes with it. Python has two between definitions. */
    @Slow
    @ParameterizedTest
    @MethodSource("templates")
    void noCutLeavesAHole(Template template) {
        Set<String> seen = new HashSet<>();
        for (Selection variant : Variants.all(template)) {
            scaffold(template, variant).forEach((path, text) -> {
                if (!seen.add(path + "\n" + text)) {
                    return;
                }
                String hole = path.endsWith(".py") ? "\n\n\n\n" : "\n\n\n";
                assertFalse(text.contains(hole), () -> "too many blank lines in " + path + " of " + variant.features());
                assertTrue(text.isEmpty() || text.endsWith("\n") && !text.endsWith("\n\n"), path);
            });
        }
    }

    private static Map<String, String> scaffold(Template template, Selection selection) {
        return Bots.texts(template, selection);
    }

    private static String overItsTransport(Template template, Selection selection, String text) {
        String written = text;
        for (Name name : template.names()) {
            if (name.is() == Word.TRANSPORT) {
                String transport = selection.choices().get(Template.TRANSPORT);
                written = written.replace(name.text(), name.replacedBy(transport));
            }
        }
        return written;
    }

    private static String withoutMarks(String text, Set<String> features) {
        List<String> kept = new ArrayList<>();
        boolean isKept = true;
        for (String line : text.split("\n", -1)) {
            var mark = MARK.matcher(line);
            if (!mark.matches()) {
                if (isKept) {
                    kept.add(line);
                }
            } else if (mark.group(1).equals("region")) {
                String names = mark.group(2).replace("-->", "").strip();
                isKept = Stream.of(names.split(" +")).allMatch(features::contains);
            } else {
                isKept = true;
            }
        }
        return String.join("\n", kept);
    }
}
