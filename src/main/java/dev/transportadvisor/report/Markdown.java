package dev.transportadvisor.report;

/** Text of others inside Markdown. */
final class Markdown {

    private Markdown() {}

    /** The text with every character escaped that Markdown or HTML would take for markup. */
    static String escape(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]()#+!|~>-])", "\\\\$1").replace("&", "&amp;").replace("<", "&lt;");
    }
}
