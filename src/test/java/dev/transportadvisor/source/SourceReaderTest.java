package dev.transportadvisor.source;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SourceReaderTest {

    @TempDir
    Path dir;

    @Test
    void readsUtf8() throws IOException {
        assertEquals("a: ü😀\r\n", read("a: ü😀\r\n".getBytes(UTF_8)).text());
    }

    @Test
    void leavesAByteOrderMarkOutOfTheText() throws IOException {
        SourceFile marked = read("\uFEFFa: b".getBytes(UTF_8));

        assertEquals("a: b", marked.text());
        assertEquals("\uFEFFa: b", marked.content());
        assertEquals("a: b", read("a: b".getBytes(UTF_8)).content());
    }

    @Test
    void keepsThePathAsItWasGiven() throws IOException {
        Path file = Files.writeString(dir.resolve("f.yaml"), "a: b");

        SourceFile source = SourceReader.read(file);

        assertEquals(file.toString().replace('\\', '/'), source.path());
        assertEquals("a: b", source.text());
    }

    @Test
    void anEmptyFileIsText() throws IOException {
        assertEquals("", read(new byte[0]).text());
        assertEquals("", read("\uFEFF".getBytes(UTF_8)).text());
    }

    @Test
    void readsOneMebibyteAndNotOneByteMore() throws IOException {
        assertEquals(1 << 20, read(" ".repeat(1 << 20).getBytes(UTF_8)).text().length());
        assertEquals(
                "f.yaml is larger than 1 MiB, the most that is read of one file.",
                refusal(" ".repeat((1 << 20) + 1).getBytes(UTF_8)));
    }

    @Test
    void stopsReadingAnEndlessStreamAtTheLimit() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }
        };

        InputException e = assertThrows(InputException.class, () -> SourceReader.read("-", endless));

        assertEquals("- is larger than 1 MiB, the most that is read of one file.", e.getMessage());
    }

    static Stream<Arguments> noText() {
        String wide = "f.yaml is encoded in UTF-16 or UTF-32. Save it as UTF-8.";
        return Stream.of(
                arguments("UTF-16 with a mark", bytes("a: b", UTF_16), wide),
                arguments("UTF-16LE with a mark", bytes("\uFEFFa: b", UTF_16LE), wide),
                arguments("UTF-32LE with a mark", bytes("\uFEFFa: b", Charset.forName("UTF-32LE")), wide),
                arguments("UTF-16LE", bytes("a: b", UTF_16LE), "f.yaml:1:2: A NUL byte: this is no UTF-8 text file."),
                arguments("UTF-16BE", bytes("a: b", UTF_16BE), "f.yaml:1:1: A NUL byte: this is no UTF-8 text file."),
                arguments("NUL", bytes("ä: b\n c\0", UTF_8), "f.yaml:2:3: A NUL byte: this is no UTF-8 text file."),
                arguments(
                        "Latin-1",
                        new byte[] {'a', '\n', 'b', (byte) 0xE9, 'c'},
                        "f.yaml:2:2: The byte E9 is not UTF-8 here. Save the file as UTF-8."),
                arguments(
                        "behind a mark",
                        new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', (byte) 0x80},
                        "f.yaml:1:2: The byte 80 is not UTF-8 here. Save the file as UTF-8."),
                arguments(
                        "a sequence cut short",
                        new byte[] {'a', (byte) 0xF0, (byte) 0x9F},
                        "f.yaml:1:2: The byte F0 is not UTF-8 here. Save the file as UTF-8."),
                arguments(
                        "a surrogate in UTF-8",
                        new byte[] {'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80},
                        "f.yaml:1:2: The byte ED is not UTF-8 here. Save the file as UTF-8."),
                arguments(
                        "an overlong slash",
                        new byte[] {(byte) 0xC0, (byte) 0xAF},
                        "f.yaml:1:1: The byte C0 is not UTF-8 here. Save the file as UTF-8."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noText")
    void refusesWhatIsNotUtf8Text(String name, byte[] bytes, String message) {
        assertEquals(message, refusal(bytes));
    }

    @Test
    void refusesAMissingFile() {
        assertEquals("missing.yaml: there is no such file.", refusal(Path.of("missing.yaml")));
    }

    @Test
    void refusesADirectory() {
        assertEquals(dir.toString().replace('\\', '/') + " is a directory. Name a file.", refusal(dir));
    }

    @Test
    void refusesAPathThroughAFile() throws IOException {
        Path file = Files.writeString(dir.resolve("f.yaml"), "a: b");
        assumeTrue(isPosix(), "other systems call this a missing file");

        assertEquals(file + "/g.yaml: cannot be read (Not a directory).", refusal(file.resolve("g.yaml")));
    }

    @Test
    void refusesAPipeInsteadOfWaitingForAWriter() throws Exception {
        Path pipe = dir.resolve("pipe.yaml");
        assumeTrue(isPosix() && run("mkfifo", pipe.toString()), "needs mkfifo");

        assertEquals(pipe + " is no regular file. Send it to standard input and name it `-`.", refusal(pipe));
    }

    @Test
    void refusesADeviceWithoutEnd() {
        Path zero = Path.of("/dev/zero");
        assumeTrue(Files.exists(zero), "needs /dev/zero");

        assertEquals("/dev/zero is no regular file. Send it to standard input and name it `-`.", refusal(zero));
    }

    @Test
    void aBackslashInANameStaysWhereItIsNoSeparator() {
        assumeTrue(isPosix(), "elsewhere it separates");

        assertEquals("a\\b.yaml: there is no such file.", refusal(Path.of("a\\b.yaml")));
    }

    @Test
    void aNameCannotCommandTheTerminal() {
        assumeTrue(isPosix(), "elsewhere no name holds a control character");

        assertEquals("\\u001b[2J.yaml: there is no such file.", refusal(Path.of("\u001B[2J.yaml")));
    }

    private static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }

    private static SourceFile read(byte[] bytes) throws IOException {
        return SourceReader.read("f.yaml", new ByteArrayInputStream(bytes));
    }

    private static String refusal(byte[] bytes) {
        return assertThrows(InputException.class, () -> read(bytes)).getMessage();
    }

    private static String refusal(Path file) {
        return assertThrows(InputException.class, () -> SourceReader.read(file)).getMessage();
    }

    private boolean isPosix() {
        return dir.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).start();
        return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
