package dev.transportadvisor.lint;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.transportadvisor.lint.host.HostCatalog;
import dev.transportadvisor.lint.secret.SecretShapes;
import dev.transportadvisor.manifest.EventCatalogReader;
import dev.transportadvisor.manifest.ManifestFields;
import dev.transportadvisor.manifest.ScopeCatalogReader;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.testing.HostileBytes;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes, as each of the files of facts about manifests. */
class FactsFuzzTest {

    private static final List<Consumer<SourceFile>> READERS = List.of(
            ManifestFields::read,
            EventCatalogReader::read,
            ScopeCatalogReader::read,
            HostCatalog::read,
            SecretShapes::read);

    static Stream<byte[]> seeds() {
        return Stream.of("manifest-fields", "events", "scopes", "hosts", "secrets")
                .map(name -> HostileBytes.file("rules/" + name + ".yaml"));
    }

    @MethodSource("seeds")
    @FuzzTest
    void read(byte[] input) {
        READERS.forEach(reader -> HostileBytes.read(input, "facts.yaml", reader));
    }
}
