package dev.transportadvisor.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Texts, some together with what they say, in one array of bytes, so that a start opens one file and parses none.
 *
 * <p>All numbers are ints, the most significant byte first: the format's name and version, the number of files, and
 * for each file, in the order of the paths, the lengths of its three strings in bytes and of its tree in ints, and
 * then these four. The strings are the path, the text, and the values that do not stand in the text as they are,
 * such as folded ones. The tree, empty for a text that is not parsed, lists its nodes, each before those in it: a
 * {@link #MAPPING} or {@link #SEQUENCE} with its length, or a scalar with its kind and with where its value begins and
 * ends in the second and third string put together; and behind that the offset, line and column of its start and of
 * its end.
 */
final class TextIndex {

    /** {@code text} in ASCII. */
    private static final int NAME = 0x74657874;

    /** Raised with each change of the format, since jars and indexes can be mixed up by a build. */
    private static final int VERSION = 1;

    private static final int MAPPING = -1;
    private static final int SEQUENCE = -2;
    private static final ScalarNode.Kind[] KINDS = ScalarNode.Kind.values();

    private final byte[] index;
    private final TreeMap<String, Integer> places = new TreeMap<>();

    /** @throws IllegalStateException if the bytes are no index of this version */
    TextIndex(byte[] index) {
        this.index = index;
        ByteBuffer bytes = ByteBuffer.wrap(index);
        if (index.length < 3 * Integer.BYTES || bytes.getInt() != NAME || bytes.getInt() != VERSION) {
            throw new IllegalStateException("The built-in files are of another version. Build the program anew.");
        }
        for (int left = bytes.getInt(); left > 0; left--) {
            int place = bytes.position();
            int pathLength = bytes.getInt();
            int rest = bytes.getInt() + bytes.getInt() + Integer.BYTES * bytes.getInt();
            places.put(string(bytes, pathLength), place);
            bytes.position(bytes.position() + rest);
        }
    }

    List<String> paths() {
        return List.copyOf(places.keySet());
    }

    /** A file with its tree; empty if the index does not hold it. */
    Optional<SourceFile> file(String path) {
        return Optional.ofNullable(places.get(path)).map(this::file);
    }

    private SourceFile file(int place) {
        ByteBuffer bytes = ByteBuffer.wrap(index).position(place);
        int pathLength = bytes.getInt();
        int textLength = bytes.getInt();
        int valuesLength = bytes.getInt();
        int[] numbers = new int[bytes.getInt()];
        String path = string(bytes, pathLength);
        String text = string(bytes, textLength);
        String values = text + string(bytes, valuesLength);
        bytes.slice().asIntBuffer().get(numbers);
        Optional<Node> root = numbers.length == 0 ? Optional.empty() : Optional.of(new Decoder(values, numbers).node());
        return new SourceFile(path, text, root);
    }

    private static String string(ByteBuffer bytes, int length) {
        String string = new String(bytes.array(), bytes.position(), length, StandardCharsets.UTF_8);
        bytes.position(bytes.position() + length);
        return string;
    }

    /** Reads one tree; a plain array of numbers, since a start is over before this code is compiled. */
    private static final class Decoder {

        private final String values;
        private final int[] numbers;
        private int at;

        Decoder(String values, int[] numbers) {
            this.values = values;
            this.numbers = numbers;
        }

        Node node() {
            int kind = numbers[at++];
            return switch (kind) {
                case MAPPING -> mapping();
                case SEQUENCE -> sequence();
                default -> scalar(KINDS[kind]);
            };
        }

        private MappingNode mapping() {
            MappingNode.Entry[] entries = new MappingNode.Entry[numbers[at++]];
            Span span = span();
            for (int i = 0; i < entries.length; i++) {
                entries[i] = new MappingNode.Entry((ScalarNode) node(), node());
            }
            return new MappingNode(List.of(entries), span);
        }

        private SequenceNode sequence() {
            Node[] items = new Node[numbers[at++]];
            Span span = span();
            for (int i = 0; i < items.length; i++) {
                items[i] = node();
            }
            return new SequenceNode(List.of(items), span);
        }

        private ScalarNode scalar(ScalarNode.Kind kind) {
            String text = values.substring(numbers[at++], numbers[at++]);
            return new ScalarNode(text, kind, span());
        }

        private Span span() {
            return new Span(position(), position());
        }

        private Position position() {
            return new Position(numbers[at++], numbers[at++], numbers[at++]);
        }
    }

    /**
     * @param parsed which of the files have a tree
     * @throws InputException if one of those is not well-formed
     */
    static byte[] write(Collection<SourceFile> files, Predicate<SourceFile> parsed) {
        TreeMap<String, SourceFile> sorted = new TreeMap<>();
        files.forEach(file -> sorted.put(file.path(), file));
        List<ByteBuffer> parts = new ArrayList<>(List.of(ints(List.of(NAME, VERSION, sorted.size()))));
        for (SourceFile file : sorted.values()) {
            Encoder encoder = new Encoder(file.text());
            if (parsed.test(file)) {
                encoder.add(DocumentReader.read(file));
            }
            ByteBuffer path = StandardCharsets.UTF_8.encode(file.path());
            ByteBuffer text = StandardCharsets.UTF_8.encode(file.text());
            ByteBuffer values = StandardCharsets.UTF_8.encode(encoder.values.toString());
            parts.add(ints(List.of(path.limit(), text.limit(), values.limit(), encoder.numbers.size())));
            parts.addAll(List.of(path, text, values, ints(encoder.numbers)));
        }
        ByteBuffer whole = ByteBuffer.allocate(
                parts.stream().mapToInt(ByteBuffer::remaining).sum());
        parts.forEach(whole::put);
        return whole.array();
    }

    private static ByteBuffer ints(List<Integer> numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.size() * Integer.BYTES);
        numbers.forEach(bytes::putInt);
        return bytes.flip();
    }

    /** Writes one tree. */
    private static final class Encoder {

        private final String text;
        private final StringBuilder values = new StringBuilder();
        private final List<Integer> numbers = new ArrayList<>();

        Encoder(String text) {
            this.text = text;
        }

        void add(Node node) {
            if (node instanceof MappingNode mapping) {
                add(MAPPING, mapping.entries().size(), mapping.span());
                mapping.entries().forEach(entry -> {
                    add(entry.key());
                    add(entry.value());
                });
            } else if (node instanceof SequenceNode sequence) {
                add(SEQUENCE, sequence.items().size(), sequence.span());
                sequence.items().forEach(this::add);
            } else if (node instanceof ScalarNode scalar) {
                add(scalar);
            }
        }

        private void add(ScalarNode scalar) {
            int start = text.startsWith(scalar.text(), scalar.span().start().offset())
                    ? scalar.span().start().offset()
                    : added(scalar.text());
            numbers.add(scalar.kind().ordinal());
            add(start, start + scalar.text().length(), scalar.span());
        }

        private int added(String value) {
            values.append(value);
            return text.length() + values.length() - value.length();
        }

        private void add(int first, int second, Span span) {
            numbers.addAll(List.of(first, second));
            add(span.start());
            add(span.end());
        }

        private void add(Position position) {
            numbers.addAll(List.of(position.offset(), position.line(), position.column()));
        }
    }
}
