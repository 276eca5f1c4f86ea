package dev.transportadvisor.report.format;

import dev.transportadvisor.source.Quoted;

/** Text of others inside Markdown. */
public final class Markdown {

    private Markdown() {}

    /** The text as code; its own backticks are kept apart from those around it. */
    public static String code(String text) {
        String code = Quoted.visible(text);
        return code.contains("`") ? "`` " + code + " ``" : "`" + code + "`";
    }

    /** The text, escaped so that it stays plain inside a line of Markdown. */
    public static String escape(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]|~])", "\\\\$1")
                .replace("&", "&amp;")
                .replace("<", "&lt;");
    }
}
