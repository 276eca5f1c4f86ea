package dev.transportadvisor.report.format;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/**
 * Writes JSON, indented, ending in a line break, the same bytes on every machine. Each method adds a member to the
 * object that is open.
 */
public final class JsonWriter {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private static final Separators SEPARATORS = PrettyPrinter.DEFAULT_SEPARATORS
            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");

    private final JsonGenerator out;

    private JsonWriter(JsonGenerator out) {
        this.out = out;
    }

    /** An object as text. */
    public static String text(Consumer<JsonWriter> members) {
        StringWriter text = new StringWriter();
        try {
            write(text, members);
        } catch (IOException e) {
            throw new IllegalStateException("A string can always be written to", e);
        }
        return text.toString();
    }

    /** Writes an object, without a text of the whole. */
    public static void write(Writer out, Consumer<JsonWriter> members) throws IOException {
        document(out, json -> json.object(() -> members.accept(json)));
    }

    /** Writes a list with an object for each item. */
    public static <T> void writeList(Writer out, Collection<T> items, ObjectMembers<T> members) throws IOException {
        document(out, json -> json.list(items, item -> members.write(json, item)));
    }

    /** The members of the object for an item. */
    public interface ObjectMembers<T> {
        void write(JsonWriter json, T item);
    }

    private static void document(Writer out, Consumer<JsonWriter> content) throws IOException {
        try (JsonGenerator generator = FACTORY.createGenerator(new Indented(), out)) {
            content.accept(new JsonWriter(generator));
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
        out.append('\n');
    }

    public void text(String name, String value) {
        out.writeStringProperty(name, value);
    }

    /** Null where there is no text. */
    public void text(String name, Optional<String> value) {
        value.ifPresentOrElse(text -> text(name, text), () -> out.writeNullProperty(name));
    }

    public void number(String name, long value) {
        out.writeNumberProperty(name, value);
    }

    public void number(String name, BigDecimal value) {
        out.writeNumberProperty(name, value);
    }

    /** Null where there is no number. */
    public void number(String name, Optional<BigDecimal> value) {
        value.ifPresentOrElse(number -> number(name, number), () -> out.writeNullProperty(name));
    }

    public void flag(String name, boolean value) {
        out.writeBooleanProperty(name, value);
    }

    public void object(String name, Runnable members) {
        out.writeName(name);
        object(members);
    }

    /** A list of texts. */
    public void texts(String name, Collection<String> texts) {
        out.writeName(name);
        out.writeStartArray();
        texts.forEach(out::writeString);
        out.writeEndArray();
    }

    /** A list with an object for each item. */
    public <T> void list(String name, Collection<T> items, Consumer<T> members) {
        out.writeName(name);
        list(items, members);
    }

    private <T> void list(Collection<T> items, Consumer<T> members) {
        out.writeStartArray();
        items.forEach(item -> object(() -> members.accept(item)));
        out.writeEndArray();
    }

    private void object(Runnable members) {
        out.writeStartObject();
        members.run();
        out.writeEndObject();
    }

    private static final class Indented extends ObjectWriteContext.Base {

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter(SEPARATORS).withObjectIndenter(new DefaultIndenter("  ", "\n"));
        }
    }
}
