package dev.transportadvisor.lint.check;

import dev.transportadvisor.lint.finding.Finding;
import dev.transportadvisor.lint.finding.Remedy;
import dev.transportadvisor.manifest.EventCatalog;
import dev.transportadvisor.manifest.EventType;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldPath;
import dev.transportadvisor.manifest.ScopeNeed;
import dev.transportadvisor.manifest.Token;
import dev.transportadvisor.source.Quoted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the scopes of each token let its events through. Where the need is not verified, a finding is but a note.
 *
 * @param except the events of which another rule tells
 * @param message {@code {value}} stands for the event, {@code {scopes}} for what would let it through,
 *     {@code {token}} for {@code bot} or {@code user}
 */
record EventScopeCheck(EventCatalog events, List<String> except, String message) implements Check {

    @Override
    public List<List<FieldPath>> places() {
        return List.of(Token.allEvents());
    }

    @Override
    public Stream<Finding> findings(Subject subject) {
        return Stream.of(Token.values()).flatMap(token -> findings(token, subject.document()));
    }

    private Stream<Finding> findings(Token token, Field document) {
        List<Field> scopes = token.scopes().in(document);
        if (scopes.stream().anyMatch(Field::isPlaceholder)) {
            return Stream.empty();
        }
        Set<String> granted =
                scopes.stream().flatMap(scope -> scope.text().stream()).collect(Collectors.toSet());
        return token.events().in(document).stream()
                .flatMap(field -> known(field)
                        .flatMap(event -> finding(field, event, token, granted))
                        .stream());
    }

    private Optional<EventType> known(Field field) {
        return field.text()
                .filter(name -> !except.contains(name))
                .flatMap(events::find)
                .filter(event -> event.delivery() == EventType.Delivery.SUBSCRIPTION);
    }

    private Optional<Finding> finding(Field field, EventType event, Token token, Set<String> granted) {
        if (!(event.need(token) instanceof ScopeNeed.AnyOf need) || need.isMetBy(granted)) {
            return Optional.empty();
        }
        Finding finding = Finding.of(field, message, Map.of("scopes", words(need), "token", token.word()));
        return Optional.of(event.isVerified() ? finding.with(remedies(need, token)) : finding.asNote());
    }

    /** Which of several scopes it should be, only the author can say. */
    private static List<Remedy> remedies(ScopeNeed.AnyOf need, Token token) {
        return need.scopes().size() == 1
                ? List.of(new Remedy.AddEntry(
                        need.scopes().get(0), token.scopes().parent()))
                : List.of();
    }

    private static String words(ScopeNeed.AnyOf need) {
        String scopes = need.scopes().stream().map(Quoted::of).collect(Collectors.joining(", "));
        return need.scopes().size() == 1 ? scopes : "one of " + scopes;
    }
}
