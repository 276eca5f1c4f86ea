package dev.transportadvisor.lint;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.transportadvisor.lint.rule.RuleCatalog;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.testing.HostileBytes;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes, as a rule for manifests; what is accepted checks a manifest. */
class LintRuleFuzzTest {

    private static final SourceFile SYNTAX = Rules.files().stream()
            .filter(file -> file.path().endsWith("syntax-error.yaml"))
            .findFirst()
            .orElseThrow();

    private static final SourceFile MANIFEST = new SourceFile(
            "manifest.yaml", new String(HostileBytes.file("samples/manifests/deploy-bot.yaml"), UTF_8));

    static Stream<byte[]> seeds() throws IOException {
        return HostileBytes.filesIn("rules/manifest");
    }

    @MethodSource("seeds")
    @FuzzTest
    void read(byte[] input) {
        HostileBytes.read(input, "rules/manifest/rule.yaml", file -> {
            RuleCatalog catalog = RuleCatalog.read(List.of(SYNTAX, file), Rules.FACTS);
            new ManifestLinter(catalog, Optional.of("socket-mode")).lint(MANIFEST);
        });
    }
}
