package dev.transportadvisor.edit;

/**
 * A text as lines that end at LF, CRLF or CR.
 *
 * @param text all of it; places in it are 0-based UTF-16 offsets
 */
record Lines(String text) {

    private static final String DEFAULT_BREAK = "\n";

    int startOf(int offset) {
        int at = offset;
        while (at > 0 && !isBreak(at - 1)) {
            at--;
        }
        return at;
    }

    /** In front of the line's break. */
    int endOf(int offset) {
        int at = offset;
        while (at < text.length() && !isBreak(at)) {
            at++;
        }
        return at;
    }

    /** Behind the line's break. */
    int nextAfter(int offset) {
        int end = endOf(offset);
        return end + breakAt(end).length();
    }

    /** In front of the break that ends at an offset. */
    int beforeBreak(int lineStart) {
        return lineStart - (text.startsWith("\r\n", Math.max(0, lineStart - 2)) ? 2 : 1);
    }

    /** Where the comments begin that stand on the lines right above, in the same column; else the offset itself. */
    int commentsAbove(int offset, String indent) {
        int start = startOf(offset);
        if (start == 0 || !text.substring(start, offset).equals(indent)) {
            return offset;
        }
        int above = startOf(beforeBreak(start)) + indent.length();
        return above < start && indentOf(above).equals(indent) && text.startsWith("#", above)
                ? commentsAbove(above, indent)
                : offset;
    }

    /** The break at an offset; empty where none begins. */
    String breakAt(int offset) {
        if (offset >= text.length() || !isBreak(offset)) {
            return "";
        }
        return text.startsWith("\r\n", offset) ? "\r\n" : text.substring(offset, offset + 1);
    }

    /** How this text breaks its lines. */
    String usualBreak() {
        String first = breakAt(endOf(0));
        return first.isEmpty() ? DEFAULT_BREAK : first;
    }

    /** The blanks that a line begins with. */
    String indentOf(int offset) {
        int start = startOf(offset);
        return text.substring(start, behindBlanks(start));
    }

    /** Whether only blanks stand in front on the line. */
    boolean beginsAt(int offset) {
        return behindBlanks(startOf(offset)) >= offset;
    }

    /** Whether nothing but blanks and a comment follow on the line. */
    boolean endsAt(int offset) {
        int at = behindBlanks(offset);
        return at == endOf(offset) || isComment(at);
    }

    /** Whether a comment begins here; `#` begins one only behind a blank. */
    boolean isComment(int offset) {
        return text.startsWith("#", offset) && (offset == 0 || " \t\r\n".indexOf(text.charAt(offset - 1)) >= 0);
    }

    int behindBlanks(int offset) {
        int at = offset;
        while (at < text.length() && " \t".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /** Behind blanks, breaks and comments. */
    int behindSpace(int offset) {
        int at = offset;
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || isComment(at))) {
            at = isComment(at) ? endOf(at) : at + 1;
        }
        return at;
    }

    /** In front of the blanks and breaks that end at an offset, such as those of a block of text. */
    int beforeSpace(int offset) {
        int at = offset;
        while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private boolean isBreak(int offset) {
        return "\r\n".indexOf(text.charAt(offset)) >= 0;
    }
}
