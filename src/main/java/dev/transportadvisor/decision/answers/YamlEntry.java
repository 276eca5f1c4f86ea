package dev.transportadvisor.decision.answers;

import dev.transportadvisor.source.YamlScalar;
import java.util.Optional;

/**
 * A key that a YAML text is to get.
 *
 * @param inner for a new section the one key in it, which then has the value
 */
record YamlEntry(String key, Optional<String> inner, String value) {

    /** Without a line break at the end. */
    String inBlock(String indent, String lineBreak) {
        String scalar = YamlScalar.of(value);
        return indent + key + ":"
                + inner.map(name -> lineBreak + indent + "  " + name + ": " + scalar)
                        .orElse(" " + scalar);
    }

    /** Between braces. */
    String inFlow() {
        String scalar = YamlScalar.inFlow(value);
        return key + ": " + inner.map(name -> "{" + name + ": " + scalar + "}").orElse(scalar);
    }
}
