package dev.transportadvisor.lint.check;

import dev.transportadvisor.lint.finding.Finding;
import dev.transportadvisor.manifest.EventCatalog;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldPath;
import dev.transportadvisor.manifest.ScopeNeed;
import dev.transportadvisor.manifest.Token;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether scopes serve anything that the manifest holds.
 *
 * @param forEvents scopes that mostly serve to let events through
 * @param usedBy for further scopes, the values that need it
 * @param message {@code {value}} stands for the scope
 */
record ScopeUseCheck(
        EventCatalog events, List<String> forEvents, Map<String, List<FieldPath>> usedBy, String message)
        implements Check {

    @Override
    public Stream<Finding> findings(Subject subject) {
        Field document = subject.document();
        return Stream.of(Token.values())
                .flatMap(token -> token.scopes().in(document).stream()
                        .filter(field -> isIdle(field.text().orElse(""), token, document)))
                .map(field -> Finding.of(field, message));
    }

    private boolean isIdle(String scope, Token token, Field document) {
        return forEvents.contains(scope) && !letsThrough(scope, token, document)
                || usedBy.containsKey(scope) && !serves(usedBy.get(scope), document);
    }

    private boolean letsThrough(String scope, Token token, Field document) {
        return token.events().in(document).stream()
                .anyMatch(field -> field.isPlaceholder()
                        || field.text()
                                .filter(event -> events.need(event, token) instanceof ScopeNeed.AnyOf need
                                        && need.scopes().contains(scope))
                                .isPresent());
    }

    private static boolean serves(List<FieldPath> paths, Field document) {
        FieldTest.Predicate absent = new FieldTest.Predicate.Not(new FieldTest.Predicate.Present());
        return new FieldTest.OfValues(paths, absent).of(document, document) != Truth.YES;
    }
}
