package dev.transportadvisor.report.format;

/** How a terminal sets off parts of a text. */
public enum Style {
    PLAIN {
        @Override
        String apply(String code, String text) {
            return text;
        }
    },
    /** ANSI escape sequences (ECMA-48, SGR). */
    ANSI {
        @Override
        String apply(String code, String text) {
            return "\u001b[" + code + "m" + text + "\u001b[0m";
        }
    };

    abstract String apply(String code, String text);

    public String strong(String text) {
        return apply("1", text);
    }

    public String faint(String text) {
        return apply("2", text);
    }

    public String error(String text) {
        return apply("31", text);
    }

    public String warning(String text) {
        return apply("33", text);
    }
}
