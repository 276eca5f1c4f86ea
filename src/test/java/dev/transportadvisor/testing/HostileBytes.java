package dev.transportadvisor.testing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Problem;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.SourceReader;
import dev.transportadvisor.source.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a reader has to bear: any bytes. It takes them or refuses them with a sentence and a place, soon and in little
 * memory.
 */
public final class HostileBytes {

    private static final long MAX_NANOSECONDS = 1_000_000_000;
    private static final long MAX_BYTES = 256L << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private HostileBytes() {}

    /** The content of the files of a folder, for an input to begin with. */
    public static Stream<byte[]> filesIn(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(path -> file(path.toString()))
                    .toList()
                    .stream();
        }
    }

    public static byte[] file(String path) {
        try {
            return Files.readAllBytes(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets a reader read; anything but an {@link InputException} comes out as it is thrown. */
    public static void read(byte[] input, String path, Consumer<SourceFile> reader) {
        Cost cost = cost(input, path, reader);
        if (cost.nanoseconds > MAX_NANOSECONDS || cost.bytes > MAX_BYTES) {
            // The first time, classes are loaded, and instrumented.
            cost = cost(input, path, reader);
        }
        assertTrue(cost.nanoseconds <= MAX_NANOSECONDS, cost::toString);
        assertTrue(cost.bytes <= MAX_BYTES, cost::toString);
    }

    /** What reading took of the processor and of the memory, which no other work on this machine changes. */
    private record Cost(long nanoseconds, long bytes) {}

    private static Cost cost(byte[] input, String path, Consumer<SourceFile> reader) {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long time = THREADS.getCurrentThreadCpuTime();
        try {
            reader.accept(SourceReader.read(path, new ByteArrayInputStream(input)));
        } catch (InputException e) {
            e.problems().forEach(HostileBytes::check);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Cost(
                THREADS.getCurrentThreadCpuTime() - time, THREADS.getCurrentThreadAllocatedBytes() - bytes);
    }

    private static void check(Problem problem) {
        assertFalse(problem.message().isBlank());
        assertTrue(problem.message().chars().noneMatch(Character::isISOControl), problem::message);
        problem.location().ifPresent(place -> checkInside(place.file(), place.span()));
    }

    /** A span that does not lie in its file fails. */
    public static void checkInside(SourceFile file, Span span) {
        int start = span.start().offset();
        int end = span.end().offset();
        assertTrue(0 <= start && start <= end && end <= file.text().length(), span::toString);
        assertTrue(span.start().equals(file.position(start)) && span.end().equals(file.position(end)), span::toString);
        assertTrue(span.start().column() <= file.line(span.start().line()).length() + 2, span::toString);
    }
}
