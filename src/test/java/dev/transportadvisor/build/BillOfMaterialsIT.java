package dev.transportadvisor.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bill of materials beside the jar names what is in the jar. */
class BillOfMaterialsIT {

    private static final Path BILL =
            Path.of(System.getProperty("packaged.jar")).resolveSibling("transport-advisor-sbom.json");

    @BeforeEach
    void needsToBeOnline() {
        assumeTrue(
                Files.exists(BILL),
                "Skipped: " + BILL.getFileName() + " is missing. Its plugin runs only online, and Maven passes over it"
                        + " in silence with -o: build without -o before you hand out the jar.");
    }

    @Test
    void namesEveryDependencyAtItsVersion() throws Exception {
        Set<String> missing = new TreeSet<>(dependencies());
        assertTrue(missing.size() > 5, missing::toString);

        missing.removeAll(purls());

        assertEquals(Set.of(), missing);
    }

    @Test
    void namesNothingOfTheTests() throws Exception {
        assertEquals(
                List.of(),
                purls().stream().filter(purl -> purl.matches(".*(junit|jazzer|archunit|bolt).*")).toList());
    }

    private static Set<String> purls() {
        JsonNode components = JsonMapper.shared().readTree(BILL.toFile()).get("components");
        Set<String> purls = new TreeSet<>();
        components.forEach(component -> purls.add(component.get("purl").asString().replaceFirst("\\?.*", "")));
        return purls;
    }

    /** Those of the build that are not for tests. */
    private static List<String> dependencies() throws Exception {
        Element project = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile())
                .getDocumentElement();
        NodeList nodes = project.getElementsByTagName("dependency");
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .filter(node -> node.getParentNode().getParentNode() == project)
                .filter(node -> !text(node, "scope").equals("test"))
                .map(node -> "pkg:maven/" + text(node, "groupId") + "/" + text(node, "artifactId") + "@"
                        + text(node, "version"))
                .toList();
    }

    private static String text(Element node, String tag) {
        NodeList found = node.getElementsByTagName(tag);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}
