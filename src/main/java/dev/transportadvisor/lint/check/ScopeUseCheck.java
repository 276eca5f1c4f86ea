package dev.transportadvisor.lint.check;

import dev.transportadvisor.lint.finding.Finding;
import dev.transportadvisor.lint.finding.Message;
import dev.transportadvisor.manifest.EventCatalog;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldPath;
import dev.transportadvisor.manifest.ScopeNeed;
import dev.transportadvisor.manifest.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
    public List<Finding> findings(Subject subject) {
        Field document = subject.manifest().document();
        List<Finding> findings = new ArrayList<>();
        for (Token token : Token.values()) {
            for (Field field : token.scopes().in(document)) {
                String scope = field.text().orElse("");
                boolean isIdle = forEvents.contains(scope) && !letsThrough(scope, token, document)
                        || usedBy.containsKey(scope) && !serves(usedBy.get(scope), document);
                if (isIdle) {
                    findings.add(Finding.at(field, Message.fill(message, field)));
                }
            }
        }
        return findings;
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
