package dev.transportadvisor.lint.check;

import dev.transportadvisor.lint.finding.Finding;
import dev.transportadvisor.manifest.EventCatalog;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldPath;
import dev.transportadvisor.manifest.Token;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether scopes serve anything that the manifest holds.
 *
 * @param forEvents scopes that mostly serve to let events through
 * @param usedBy for further scopes, the values that need it
 * @param outside where one of these holds, the user's scopes serve what no manifest shows
 * @param message {@code {value}} stands for the scope
 */
record ScopeUseCheck(
        EventCatalog events,
        List<String> forEvents,
        Map<String, List<FieldPath>> usedBy,
        List<FieldTest> outside,
        String message)
        implements Check {

    @Override
    public List<List<FieldPath>> places() {
        return List.of(Token.allScopes());
    }

    @Override
    public Stream<Finding> findings(Subject subject) {
        Field document = subject.document();
        ScopeReasons reasons = ScopeReasons.in(document, events, outside);
        return Stream.of(Token.values())
                .flatMap(token -> token.scopes().in(document).stream()
                        .filter(field -> isIdle(field.text().orElse(""), token, document, reasons)))
                .map(field -> Finding.of(field, message));
    }

    private boolean isIdle(String scope, Token token, Field document, ScopeReasons reasons) {
        return forEvents.contains(scope) && !reasons.give(scope, token)
                || usedBy.containsKey(scope) && !serves(usedBy.get(scope), document);
    }

    private static boolean serves(List<FieldPath> paths, Field document) {
        FieldTest.Predicate absent = new FieldTest.Predicate.Not(new FieldTest.Predicate.Present());
        return new FieldTest.OfValues(paths, absent).of(document, document) != Truth.YES;
    }
}
