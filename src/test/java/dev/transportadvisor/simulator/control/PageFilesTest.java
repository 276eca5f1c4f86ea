package dev.transportadvisor.simulator.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.simulator.http.WebReply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the page: how they look, what they may hold, and that each is served. */
class PageFilesTest {

    private static final Path FOLDER = Path.of("src/main/resources/simulator/page");
    private static final int LONGEST_LINE = 120;
    private static final int MOST_LINES = 200;
    private static final Pattern IMPORT = Pattern.compile("from \"\\./([a-z]+\\.js)\"");

    /** What would turn a text into markup or code, or load something from elsewhere. */
    private static final Pattern DANGEROUS = Pattern.compile(
            "[iI]nnerHTML|outerHTML|srcdoc|insertAdjacent|document\\.write"
            + "|\\beval\\b|new Function|fetch\\(.?https?:|url\\(");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileIsSmallAndTidy(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        assertTrue(lines.size() <= MOST_LINES, lines.size() + " lines");
        assertEquals(List.of(), lines.stream().filter(PageFilesTest::isUntidy).toList());
        assertTrue(Files.readString(file).endsWith("\n"));
    }

    private static boolean isUntidy(String line) {
        return line.codePointCount(0, line.length()) > LONGEST_LINE
                || line.contains("\t")
                || !line.equals(line.stripTrailing());
    }

    @ParameterizedTest
    @MethodSource("files")
    void noTextBecomesMarkup(Path file) throws IOException {
        assertEquals(
                List.of(),
                Files.readAllLines(file).stream()
                        .filter(line -> DANGEROUS.matcher(line).find())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileIsServedWithWhatItImports(Path file) throws IOException {
        String name = file.getFileName().toString();
        assertTrue(PageFiles.at(name.equals("index.html") ? "/" : "/page/" + name).isPresent());
        IMPORT.matcher(Files.readString(file))
                .results()
                .map(found -> found.group(1))
                .forEach(imported -> assertTrue(Files.exists(FOLDER.resolve(imported)), imported));
    }

    @ParameterizedTest
    @ValueSource(strings = {"preact.js", "hooks.js"})
    void theLibraryComesFromItsWebJar(String name) {
        WebReply reply = PageFiles.at("/page/" + name).orElseThrow();
        assertEquals("text/javascript; charset=utf-8", reply.headers().get("Content-Type"));
        assertTrue(new String(reply.body(), StandardCharsets.UTF_8).contains("export{"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/page/", "/page/none.js", "/page/../page/app.js", "/page/index.html", "/x"})
    void thereIsNothingElse(String path) {
        assertEquals(Optional.empty(), PageFiles.at(path).map(WebReply::status));
    }

    @Test
    void onlyItsOwnFilesAreScripts() {
        String policy = PageFiles.at("/").orElseThrow().headers().get("Content-Security-Policy");
        assertEquals(
                "default-src 'none'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none';"
                        + " frame-ancestors 'none'; style-src 'self'; script-src 'self' 'sha256-",
                policy.replaceFirst("[\\w+/=]{44}'$", ""));
    }
}
