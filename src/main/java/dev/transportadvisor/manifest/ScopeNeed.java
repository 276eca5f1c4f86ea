package dev.transportadvisor.manifest;

import java.util.Collection;
import java.util.List;

/** What a token must be allowed so that an event comes with it. */
public sealed interface ScopeNeed {

    /** One of these scopes; none at all, if there are none. */
    record AnyOf(List<String> scopes) implements ScopeNeed {

        public AnyOf {
            scopes = List.copyOf(scopes);
        }

        public boolean isMetBy(Collection<String> granted) {
            return scopes.isEmpty() || scopes.stream().anyMatch(granted::contains);
        }
    }

    /** No scope helps: the event does not come with this token. */
    record Never() implements ScopeNeed {}

    /** Nobody could establish it. */
    record Unknown() implements ScopeNeed {}
}
