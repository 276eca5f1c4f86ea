package dev.transportadvisor.bench;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A program that reads the files of a folder on all cores, and has the parsers say what is in them, but keeps nothing
 * of it: no tree, no positions, no rules, no report. No code of ours can take less than that.
 */
final class ParsersAlone {

    private static final JsonFactory JSON = new JsonFactory();

    private ParsersAlone() {}

    /** @param arguments the folder */
    public static void main(String... arguments) throws IOException {
        List<Path> files = files(Path.of(arguments[0]));
        AtomicInteger next = new AtomicInteger();
        int parts = IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .parallel()
                .map(core -> parsedFrom(next, files))
                .sum();
        System.out.println(parts);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static int parsedFrom(AtomicInteger next, List<Path> files) {
        int parts = 0;
        for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
            parts += parsed(files.get(i));
        }
        return parts;
    }

    private static int parsed(Path file) {
        try {
            String text = Files.readString(file);
            return file.toString().endsWith(".json") ? json(text) : yaml(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int json(String text) {
        int tokens = 0;
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }

    private static int yaml(String text) {
        ParserImpl parser = new ParserImpl(new StreamReader(new StringReader(text)), new LoaderOptions());
        int events = 1;
        while (!parser.getEvent().is(Event.ID.StreamEnd)) {
            events++;
        }
        return events;
    }
}
