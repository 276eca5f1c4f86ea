package dev.transportadvisor.edit;

import dev.transportadvisor.source.MappingNode;
import java.util.regex.Pattern;

/**
 * An entry with its text.
 *
 * @param from offset of the first character, which may be that of a comment in front
 * @param to offset behind the last one, which may be that of a comment behind
 * @param text what stands there
 * @param indent the indentation of its lines; the first line's is no part of the text
 */
record EntryText(MappingNode.Entry entry, int from, int to, String text, String indent) {

    private static final Pattern LINE_START = Pattern.compile("(?<=\n)|(?<=\r)(?!\n)");

    /** The text for a place where lines are indented in another way. */
    String at(String newIndent) {
        String[] lines = LINE_START.split(text);
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].startsWith(indent)) {
                lines[i] = newIndent + lines[i].substring(indent.length());
            } else if (!lines[i].isBlank()) {
                lines[i] = newIndent + lines[i].stripLeading();
            }
        }
        return String.join("", lines);
    }
}
