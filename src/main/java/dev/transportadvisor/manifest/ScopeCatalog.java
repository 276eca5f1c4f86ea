package dev.transportadvisor.manifest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All scopes that are known. */
public final class ScopeCatalog {

    private final Map<String, Scope> scopes;

    /** @param scopes by name, in alphabetical order */
    ScopeCatalog(Map<String, Scope> scopes) {
        this.scopes = scopes;
    }

    /** Of two scopes of one name, the first holds. */
    static ScopeCatalog of(List<Scope> scopes) {
        return new ScopeCatalog(scopes.stream()
                .collect(
                        Collectors.toMap(Scope::name, Function.identity(), (first, second) -> first, TreeMap::new)));
    }

    public Optional<Scope> find(String name) {
        return Optional.ofNullable(scopes.get(name));
    }

    /** In alphabetical order. */
    public Collection<Scope> all() {
        return List.copyOf(scopes.values());
    }

    /** The names of the scopes that are documented, current, and for this token, in alphabetical order. */
    public List<String> current(Token token) {
        return scopes.values().stream()
                .filter(scope -> scope.status() == Scope.Status.CURRENT && scope.isFor(token))
                .map(Scope::name)
                .toList();
    }
}
