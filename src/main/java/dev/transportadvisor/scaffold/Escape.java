package dev.transportadvisor.scaffold;

import java.util.Optional;
import java.util.regex.Pattern;

/** How one line of free text is written where a kind of file expects text, so that it stays text. */
enum Escape {

    /** Inside the double quotes of YAML, JSON and TOML; a summary holds no control character that needs an escape. */
    QUOTED {
        @Override
        String apply(String text) {
            return text.replace("\\", "\\\\").replace("\"", "\\\"");
        }
    },

    /** The five characters of which XML has names; a summary holds none that XML has no way to write. */
    XML {
        @Override
        String apply(String text) {
            return text.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;")
                    .replace("'", "&apos;");
        }
    },

    /** Any ASCII punctuation may be escaped in CommonMark; that which means nothing is left alone. */
    MARKDOWN {
        @Override
        String apply(String text) {
            return MEANS_SOMETHING.matcher(text).replaceAll("\\\\$0");
        }
    };

    /**
     * Emphasis, code, links, HTML, tables, maths, mentions and entities anywhere; lists and rules at
     * the start; and what GitHub turns into links unasked: {@code x://}, {@code www.}.
     */
    private static final Pattern MEANS_SOMETHING =
            Pattern.compile("[\\\\`*_\\[\\]<>#|~&$@]|^[-+=]|(?<=^[0-9]{1,9})[.)]|:(?=\\S)|(?i)(?<=www)\\.");

    abstract String apply(String text);

    /** The way for a file, known by the end of its name; empty for a kind of file that may hold no free text. */
    static Optional<Escape> of(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "yaml", "yml", "json", "toml" -> Optional.of(QUOTED);
            case "xml" -> Optional.of(XML);
            case "md" -> Optional.of(MARKDOWN);
            default -> Optional.empty();
        };
    }
}
