package dev.transportadvisor.scaffold;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.testing.HostileBytes;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes, as the list of a template whose files are all there; what is accepted is scaffolded. */
class TemplateFuzzTest {

    private static final ProjectSpec SPEC =
            new ProjectSpec("relay", "org.acme.relay", "Relays \"it\" & more", "events-api", "Chosen by hand.");

    static Stream<byte[]> seeds() {
        return Stream.of(HostileBytes.file("src/main/resources/templates/bolt-java/template.yaml"));
    }

    @MethodSource("seeds")
    @FuzzTest
    void read(byte[] input) {
        HostileBytes.read(input, "template.yaml", list -> {
            Template template = new TemplateReader(
                            path -> Optional.of(path.equals("template.yaml") ? list : new SourceFile(path, "")))
                    .read();
            Scaffolder.scaffold(template, SPEC);
        });
    }
}
