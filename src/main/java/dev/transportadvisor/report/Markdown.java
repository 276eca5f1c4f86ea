package dev.transportadvisor.report;

/** Text of others inside Markdown. */
final class Markdown {

    private Markdown() {}

    /** The text as code; its own backticks are kept apart from those around it. */
    static String code(String text) {
        return text.contains("`") ? "`` " + text + " ``" : "`" + text + "`";
    }

    /** The text, escaped so that it stays plain inside a line of Markdown. */
    static String escape(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]|~])", "\\\\$1")
                .replace("&", "&amp;")
                .replace("<", "&lt;");
    }
}
