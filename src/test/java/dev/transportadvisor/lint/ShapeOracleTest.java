package dev.transportadvisor.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.transportadvisor.diagnostic.Diagnostic;
import dev.transportadvisor.diagnostic.ListedDiagnostics;
import dev.transportadvisor.diagnostic.Severity;
import dev.transportadvisor.lint.SchemaDifference.Side;
import dev.transportadvisor.manifest.Placeholder;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.testing.Slow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The rules of shape find an error exactly where Slack's official schemas find one, at the same pointer and of the
 * same kind, but for what is listed in {@code schema-differences.yaml}.
 */
@Slow
class ShapeOracleTest {

    private static final long SEED = 20261124;
    private static final int MUTANTS_OF_EACH = 10;
    private static final int MUTANTS_OF_WHOLE = 400;

    private static final Predicate<String> ALL_BLOCKS = block -> true;

    /** All else is the same in both versions of the format. */
    private static final Predicate<String> BLOCKS_THAT_DIFFER =
            Set.of("functions", "workflows", "types", "external_auth_providers")::contains;

    /** A placeholder wherever the schema takes no word of this form. */
    private static final Pattern WORD_IN_CAPITALS = Pattern.compile("[A-Z]+(_[A-Z0-9]+)+");

    private final OfficialSchema schema = new OfficialSchema();
    private final List<SchemaDifference> known = SchemaDifference.all();
    private final Map<String, Integer> reasons = new TreeMap<>();
    private final Set<String> unexplained = new TreeSet<>();
    private int files;
    private int filesAgreeing;
    private int agreeing;

    @Test
    void onTheCorpus() {
        List<SourceFile> corpus = ManifestTexts.corpus();
        assumeFalse(corpus.isEmpty(), "Skipped: needs the corpus of manifests in " + OfficialSchema.SHARED);

        corpus.forEach(file -> compare(file, ManifestTexts.json(file)));

        assertAgreement("corpus");
    }

    @Test
    void onMutantsOfTheCorpus() {
        List<SourceFile> corpus = ManifestTexts.corpus();
        assumeFalse(corpus.isEmpty(), "Skipped: needs the corpus of manifests in " + OfficialSchema.SHARED);
        ManifestMutator mutator = new ManifestMutator(SEED);

        for (SourceFile file : corpus) {
            JsonNode manifest = ManifestTexts.json(file);
            for (int i = 0; i < MUTANTS_OF_EACH; i++) {
                compare(mutator.mutant(manifest));
            }
        }

        assertAgreement("mutants of the corpus");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void onMutantsOfAManifestWithEveryKey(int version) {
        ManifestMutator mutator = new ManifestMutator(SEED + version);
        JsonNode whole = ManifestTexts.whole(version);

        assertEquals(Set.of(), schema.verdicts(whole).all());
        compare(whole);
        for (int i = 0; i < MUTANTS_OF_WHOLE; i++) {
            compare(mutator.mutant(whole));
        }
        ManifestMutator.uniform(whole).forEach(this::compare);
        ManifestTexts.parts(version, version == 2 ? ALL_BLOCKS : BLOCKS_THAT_DIFFER)
                .forEach(part -> ManifestMutator.oneByOne(part).forEach(this::compare));

        assertAgreement("mutants of every key, version " + version);
    }

    private void compare(JsonNode mutant) {
        String text = ManifestMutator.text(mutant);
        compare(new SourceFile("mutant.json", text), ManifestTexts.json(new SourceFile("mutant.json", text)));
    }

    private void compare(SourceFile file, JsonNode manifest) {
        List<Diagnostic> findings = Rules.lint(file);
        Set<ShapeVerdict> ours = ShapeVerdicts.of(findings, List.of(Severity.ERROR)).all();
        Set<ShapeVerdict> milder =
                ShapeVerdicts.of(findings, List.of(Severity.WARNING, Severity.NOTE)).all();
        Set<ShapeVerdict> schemas = schema.verdicts(manifest).all();
        List<String> differences = new ArrayList<>();
        for (ShapeVerdict verdict : without(ours, schemas)) {
            differences.add(
                    isBelowRepeatedKey(verdict, ours)
                            ? "below a key that stands twice, of which JSON keeps one"
                            : reason(verdict, Side.OURS, manifest));
        }
        for (ShapeVerdict verdict : without(schemas, ours)) {
            boolean isTold = ours.size() + milder.size() < ListedDiagnostics.MOST;
            Side side = milder.contains(verdict) ? Side.SCHEMAS_WHERE_WE_WARN : Side.SCHEMAS;
            differences.add(isTold ? schemasReason(verdict, side, manifest) : "beyond the faults that are told");
        }
        files++;
        agreeing += schemas.size() - without(schemas, ours).size();
        filesAgreeing += differences.isEmpty() ? 1 : 0;
        differences.forEach(reason -> reasons.merge(reason, 1, Integer::sum));
    }

    private static Set<ShapeVerdict> without(Set<ShapeVerdict> verdicts, Set<ShapeVerdict> others) {
        Set<ShapeVerdict> rest = new TreeSet<>(verdicts);
        rest.removeAll(others);
        return rest;
    }

    private String schemasReason(ShapeVerdict verdict, Side side, JsonNode manifest) {
        return hasPlaceholder(verdict, manifest)
                ? "a placeholder, of which nothing is known"
                : reason(verdict, side, manifest);
    }

    private String reason(ShapeVerdict verdict, Side side, JsonNode manifest) {
        return known.stream()
                .filter(difference -> difference.explains(verdict, side))
                .map(SchemaDifference::reason)
                .findFirst()
                .orElseGet(() -> unexplained(side + ": " + verdict, manifest.at(verdict.pointer())));
    }

    private String unexplained(String difference, JsonNode value) {
        unexplained.add(difference + " in " + value.toString().replaceFirst("(?s)(.{80}).*", "$1…"));
        return difference;
    }

    /** A schema sees only the last of the values behind a key. */
    private static boolean isBelowRepeatedKey(ShapeVerdict verdict, Set<ShapeVerdict> ours) {
        return ours.stream()
                .filter(other -> other.fault().startsWith("duplicate "))
                .map(other -> other.pointer() + "/" + other.fault().substring("duplicate ".length()))
                .anyMatch(repeated -> (verdict.pointer() + "/").startsWith(repeated + "/"));
    }

    private static boolean hasPlaceholder(ShapeVerdict verdict, JsonNode manifest) {
        JsonNode value = manifest.at(verdict.pointer());
        boolean isAboutParts = Set.of("unique", "no alternative fits").contains(verdict.fault());
        return value.isString()
                ? isPlaceholder(verdict.pointer(), value.asString())
                : isAboutParts
                        && (texts(value).anyMatch(Placeholder::isIn)
                                || WORD_IN_CAPITALS.matcher(value.toString()).find());
    }

    private static Stream<String> texts(JsonNode value) {
        return value.isString()
                ? Stream.of(value.asString())
                : value.values().stream().flatMap(ShapeOracleTest::texts);
    }

    /** A URL has placeholders in more styles than other texts. */
    private static boolean isPlaceholder(String pointer, String text) {
        boolean isUrl = pointer.matches(".*(_ur[il]|_page|(domains|_urls)/\\d+|/url)");
        return (isUrl ? Placeholder.isInUrl(text) : Placeholder.isIn(text))
                || WORD_IN_CAPITALS.matcher(text).matches();
    }

    private void assertAgreement(String what) {
        System.out.printf(
                "Shape against the official schema, %s: %d files, %d without a difference; %d errors in the same place,"
                        + " %d differences%n",
                what, files, filesAgreeing, agreeing, reasons.values().stream().mapToInt(n -> n).sum());
        reasons.forEach((reason, count) -> System.out.printf("  %5d  %s%n", count, reason));
        assertEquals(Set.of(), unexplained);
        assertTrue(agreeing > 0, "the schema found nothing at all");
    }
}
