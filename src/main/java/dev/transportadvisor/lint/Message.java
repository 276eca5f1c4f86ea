package dev.transportadvisor.lint;

import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.source.Quoted;

/** The sentence of a finding, from a rule's words. */
final class Message {

    private Message() {}

    /** Puts the text of a value, quoted, in the place of {@code {value}}. */
    static String fill(String template, Field field) {
        return template.replace("{value}", Quoted.of(field.text().orElse("")));
    }
}
