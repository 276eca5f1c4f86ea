package dev.transportadvisor.source;

import tools.jackson.core.io.JsonStringEncoder;

/** Text as JSON spells it. */
public final class JsonScalar {

    private JsonScalar() {}

    public static String of(String value) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(value)) + '"';
    }
}
