package dev.transportadvisor.scaffold;

import java.util.Map;
import java.util.Set;

/**
 * What a bot should carry.
 *
 * @param choices options that are chosen, by choice
 * @param asked what the answers ask for, of which a template may not know everything
 * @param with features that are to be there, whatever the answers say
 * @param without features that are not to be there
 */
public record Wishes(Map<String, String> choices, Set<String> asked, Set<String> with, Set<String> without) {}
