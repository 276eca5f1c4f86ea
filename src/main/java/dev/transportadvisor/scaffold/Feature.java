package dev.transportadvisor.scaffold;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something that a bot may carry, and that is taken away from it otherwise.
 *
 * @param summary one sentence
 * @param needs features without which it cannot be
 * @param excludes features that it takes the place of
 * @param options for some choices, the options beside which it can be
 * @param json for files without comments, the values that belong to it, as JSON Pointers (RFC 6901)
 */
public record Feature(
        String id,
        String summary,
        Set<String> needs,
        Set<String> excludes,
        Map<String, List<String>> options,
        Map<String, List<String>> json) {}
