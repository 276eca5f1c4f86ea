package dev.transportadvisor.scaffold;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SequenceNode;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.testing.Slow;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Whatever a bot is called and said to do, the files of the bundled template stay what they are. */
class GeneratedBotTest {

    static final List<String> TRANSPORTS = Bots.TRANSPORTS;
    private static final Pattern LINK =
            Pattern.compile("\\(https://api\\.slack\\.com/apps\\?new_app=1&manifest_yaml=([^)]*)\\)");

    private static final List<String> HOSTILE_SUMMARIES = List.of(
            "Says \"hello\" and 'hello'",
            "a \\ b \\\" c \\n \\u0041 \\",
            "</description><packaging>pom</packaging>",
            "<!-- ]]> &amp; &#x41; &xxe;",
            "$ {jndi} @project.version@ %s $1 \\1 #{x} $$ {{y}}",
            "*bold* _it_ `code` [x](https://evil.example) ![y](z) <img src=x> | # h",
            "key: value # no comment, [a, b], {c: d}, - e, !tag &anchor *alias",
            "example-slack-bot com.example.slackbot com/example/slackbot",
            "Answers when it is mentioned, and more",
            "https://evil.example/?a=1&manifest_yaml=x%0A www.evil.example",
            "Grüße, 日本語, 👩‍💻 und € 5.–");

    @ParameterizedTest
    @FieldSource("HOSTILE_SUMMARIES")
    void everySummaryIsReadBackAsItWasGiven(String summary) {
        Bots.ALL.forEach(template -> TRANSPORTS.forEach(
                transport -> assertReadsBack(template, summed(template, summary), transport)));
    }

    /** YAML 1.1 takes some of these for true, false, nothing or a number. */
    @ParameterizedTest
    @ValueSource(strings = {"on", "off", "yes", "no", "true", "null", "e1", "a--b"})
    void everyNameIsReadBackAsText(String name) {
        ProjectSpec spec = new ProjectSpec(name, "org.acme.bot", "Says hello", "Chosen.", 1);
        Bots.ALL.forEach(
                template -> TRANSPORTS.forEach(transport -> assertReadsBack(template, spec, transport)));
    }

    @Slow
    @Test
    void anyNamesGiveABotThatReadsBack() {
        Random random = new Random(20261124);
        for (int i = 0; i < 100; i++) {
            ProjectSpec spec = randomSpec(random);
            String transport = TRANSPORTS.get(random.nextInt(TRANSPORTS.size()));
            Template template = Bots.ALL.get(random.nextInt(Bots.ALL.size()));
            assertAll(spec.toString(), () -> assertReadsBack(template, spec, transport));
        }
    }

    @ParameterizedTest
    @FieldSource("TRANSPORTS")
    void theReadmeLinksToEveryManifestThatItOffers(String transport) {
        Bots.ALL.forEach(template -> assertLinks(
                Bots.texts(Bots.plain(template, summed(template, "Says “hello” to (a+b) * 2 ~ 100%"), transport))));
    }

    private static void assertLinks(Map<String, String> bot) {
        Matcher link = LINK.matcher(bot.get("README.md"));
        assertTrue(link.find(), "README.md has a link that creates the app");
        assertEquals(bot.get("manifest.yaml"), URLDecoder.decode(link.group(1), StandardCharsets.UTF_8));
        assertTrue(link.group(1).matches("([A-Za-z0-9._~-]|%[0-9A-F]{2})+"), link.group(1));
        while (link.find()) {
            assertEquals(bot.get("manifest.dev.yaml"), URLDecoder.decode(link.group(1), StandardCharsets.UTF_8));
        }
    }

    private static void assertReadsBack(Template template, ProjectSpec spec, String transport) {
        Map<String, String> bot = Bots.texts(Bots.plain(template, spec, transport));
        for (String manifest : List.of("manifest.yaml", "manifest.dev.yaml", ".slack/manifest.json")) {
            if (bot.containsKey(manifest)) {
                assertManifest(spec, manifest, bot.get(manifest));
            }
        }
        bot.forEach((path, text) -> {
            if (path.endsWith(".json") || path.endsWith(".yml")) {
                read(path, text);
            } else if (path.endsWith(".xml")) {
                parse(text);
            }
        });
        if (bot.containsKey("pom.xml")) {
            Document pom = parse(bot.get("pom.xml"));
            assertEquals(spec.summary(), child(pom, "description"));
            assertEquals(spec.name(), child(pom, "artifactId"));
            assertEquals("", child(pom, "packaging"));
        }
        if (bot.containsKey("package.json")) {
            Node manifest = read("package.json", bot.get("package.json"));
            assertEquals(spec.summary(), textAt(manifest, "description"));
            assertEquals(spec.name(), textAt(manifest, "name"));
        }
    }

    private static void assertManifest(ProjectSpec spec, String path, String text) {
        Node manifest = read(path, text);
        assertEquals(spec.summary(), textAt(manifest, "display_information", "description"));
        assertEquals(spec.name(), textAt(manifest, "display_information", "name"));
        assertEquals(spec.name(), textAt(manifest, "features", "bot_user", "display_name"));
        assertEquals("/" + spec.name(), textAt(manifest, "features", "slash_commands", "command"));
    }

    private static Node read(String path, String text) {
        return DocumentReader.read(new SourceFile(path, text));
    }

    /** The text at a path of keys; a list counts as its first item. */
    private static String textAt(Node root, String... keys) {
        Node node = root;
        for (String key : keys) {
            node = node instanceof SequenceNode list ? list.items().get(0) : node;
            node = ((MappingNode) node).get(key).orElseThrow();
        }
        ScalarNode scalar = (ScalarNode) node;
        assertEquals(ScalarNode.Kind.TEXT, scalar.kind(), String.join("/", keys) + ": " + scalar.text());
        return scalar.text();
    }

    private static Document parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (Exception e) {
            throw new AssertionError("Not well-formed: " + e.getMessage() + "\n" + xml, e);
        }
    }

    private static String child(Document document, String name) {
        var children = document.getDocumentElement().getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i).getNodeName().equals(name)) {
                return children.item(i).getTextContent();
            }
        }
        return "";
    }

    private static ProjectSpec randomSpec(Random random) {
        String name = letters(random, 1, "abcxyz")
                + letters(random, random.nextInt(30), "abcxyz0189--")
                + letters(random, 1, "abc019");
        String alphabet = " aZ09'\"\\/<>&;:#*_`[](){}$%@!?.,|~^=+-é日";
        String summary = "S"
                + letters(random, random.nextInt(ProjectSpec.MAX_SUMMARY - 1), alphabet)
                        .replaceAll("\\$\\{+", "\\$");
        return new ProjectSpec(name, randomPackage(random), summary, "Chosen by chance.", 1);
    }

    private static String randomPackage(Random random) {
        return Stream.generate(() -> letters(random, 1, "abcxyz_") + letters(random, random.nextInt(9), "abcxyz_019"))
                .filter(part -> !SourceVersion.isKeyword(part))
                .limit(1 + random.nextInt(5))
                .collect(Collectors.joining("."));
    }

    private static String letters(Random random, int count, String alphabet) {
        return random.ints(count, 0, alphabet.length())
                .mapToObj(i -> alphabet.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private static ProjectSpec summed(Template template, String summary) {
        ProjectSpec own = template.own();
        return new ProjectSpec(own.name(), own.packageName(), summary, own.decision(), own.replicas());
    }
}
