package dev.transportadvisor.scaffold;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.testing.HostileBytes;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes, as the list of a template whose files are all there; what is accepted is scaffolded. */
class TemplateFuzzTest {

    private static final ProjectSpec SPEC =
            new ProjectSpec("relay", "org.acme.relay", "Relays \"it\" & more", "Chosen by hand.", 3);

    private static final Map<String, SourceFile> CONTRACT = Map.of(
            "project/start.sh", new SourceFile("project/start.sh", ""));

    static Stream<byte[]> seeds() {
        return Stream.of(HostileBytes.file("src/main/resources/templates/java/template.yaml"));
    }

    @MethodSource("seeds")
    @FuzzTest
    void read(byte[] input) {
        HostileBytes.read(input, "template.yaml", list -> {
            Template template = new TemplateReader(CONTRACT, Map.of("template.yaml", list)).read();
            Map<String, String> first = template.choices().entrySet().stream()
                    .filter(choice -> !choice.getValue().isEmpty())
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            choice -> choice.getValue().keySet().iterator().next()));
            Selection selection = Selection.of(template, new Wishes(first, Set.of(), Set.of(), Set.of()));
            Scaffolder.scaffold(template, SPEC, selection);
        });
    }
}
