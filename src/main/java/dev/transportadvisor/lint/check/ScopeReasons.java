package dev.transportadvisor.lint.check;

import dev.transportadvisor.manifest.EventCatalog;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.ScopeNeed;
import dev.transportadvisor.manifest.Token;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * For which scopes a manifest itself gives the reason.
 *
 * @param needed by token, the scopes that let its events through
 * @param open the tokens of which any scope may have a reason: what tells is to be filled in, or lies outside
 */
record ScopeReasons(Map<Token, Set<String>> needed, Set<Token> open) {

    /** Where nobody asks for a reason. */
    static final ScopeReasons OF_ALL = new ScopeReasons(Map.of(), Set.of(Token.values()));

    /** @param outside where one of these holds, the user's scopes serve what no manifest shows */
    static ScopeReasons in(Field document, EventCatalog events, List<FieldTest> outside) {
        Map<Token, Set<String>> needed = new EnumMap<>(Token.class);
        Set<Token> open = new HashSet<>();
        for (Token token : Token.values()) {
            List<Field> subscribed = token.events().in(document);
            needed.put(token, new HashSet<>());
            subscribed.stream().flatMap(field -> field.text().stream()).forEach(event -> {
                if (events.need(event, token) instanceof ScopeNeed.AnyOf need) {
                    needed.get(token).addAll(need.scopes());
                }
            });
            if (subscribed.stream().anyMatch(Field::isPlaceholder)) {
                open.add(token);
            }
        }
        if (outside.stream().anyMatch(test -> test.of(document, document) != Truth.NO)) {
            open.add(Token.USER);
        }
        return new ScopeReasons(needed, open);
    }

    boolean give(String scope, Token token) {
        return open.contains(token) || needed.get(token).contains(scope);
    }
}
