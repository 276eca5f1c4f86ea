package dev.transportadvisor.report.format;

import dev.transportadvisor.source.Quoted;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML, indented, the same bytes on every machine. */
public final class XmlWriter {

    /** What XML 1.0 (section 2.2) allows in no form, not even as a reference. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final XMLStreamWriter out;
    private int depth;
    private boolean isLeaf;

    private XmlWriter(XMLStreamWriter out) {
        this.out = out;
    }

    /** What writes attributes, and then elements or text. */
    public interface Content {
        void write(XmlWriter xml) throws XMLStreamException;
    }

    /** A document as text, which ends with a line break. */
    public static String text(String root, Content content) {
        StringWriter text = new StringWriter();
        try {
            write(text, root, content);
        } catch (IOException e) {
            throw new IllegalStateException("A string can always be written to", e);
        }
        return text.toString();
    }

    /** The same without a text of the whole. */
    public static void write(Writer out, String root, Content content) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            new XmlWriter(xml).element(root, content);
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
        out.append('\n');
    }

    public void element(String name, Content content) throws XMLStreamException {
        breakLine();
        out.writeStartElement(name);
        depth++;
        isLeaf = true;
        content.write(this);
        depth--;
        if (!isLeaf) {
            breakLine();
        }
        out.writeEndElement();
        isLeaf = false;
    }

    public void attribute(String name, String text) throws XMLStreamException {
        out.writeAttribute(name, allowed(text));
    }

    public void text(String text) throws XMLStreamException {
        out.writeCharacters(allowed(text));
    }

    private void breakLine() throws XMLStreamException {
        out.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** The text with what a terminal must not see, and what XML does not allow, written as escapes. */
    private static String allowed(String text) {
        String visible = text.lines().map(Quoted::visible).collect(Collectors.joining("\n"));
        return FORBIDDEN.matcher(visible).replaceAll(match -> "\\\\u%04x".formatted(match.group().codePointAt(0)));
    }
}
