package dev.transportadvisor.lint.check;

import dev.transportadvisor.lint.finding.Finding;
import dev.transportadvisor.lint.finding.Remedy;
import dev.transportadvisor.manifest.EventCatalog;
import dev.transportadvisor.manifest.EventType;
import dev.transportadvisor.manifest.FieldPath;
import dev.transportadvisor.manifest.ScopeNeed;
import dev.transportadvisor.manifest.Token;
import dev.transportadvisor.source.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of subscribed events: {@code unknown}; {@code deprecated}; {@code other-token}, for one that only comes
 * with the other token; and the ways in which it is delivered: {@code automatic}, {@code rtm-only},
 * {@code message-subtype}. What is not verified gives but a note.
 *
 * @param except the events of which another rule tells
 * @param messages for each status in question. {@code {value}} stands for the event, {@code {near}} for a question with
 *     the nearest that is known, {@code {why}} for the reason of a deprecation, {@code {token}} and {@code {other}} for
 *     {@code bot} and {@code user}
 * @param notes the statuses that give but a note
 */
record EventStatusCheck(
        EventCatalog events, List<String> except, Map<String, String> messages, List<String> notes)
        implements Check {

    static final List<String> STATUSES =
            List.of("unknown", "deprecated", "other-token", "automatic", "rtm-only", "message-subtype");

    @Override
    public List<List<FieldPath>> places() {
        return List.of(Token.allEvents());
    }

    @Override
    public Stream<Finding> findings(Subject subject) {
        return subject.events().stream()
                .filter(name -> !except.contains(name.text()))
                .flatMap(this::findings);
    }

    private Stream<Finding> findings(ListedName name) {
        Optional<EventType> event = events.find(name.text());
        List<String> statuses = event.map(type -> statuses(type, name.token())).orElse(List.of("unknown")).stream()
                .filter(messages::containsKey)
                .toList();
        if (statuses.isEmpty()) {
            return Stream.empty();
        }
        List<String> meant = event.isPresent() || !name.isGuessed() ? List.of() : events.subscribable();
        List<Remedy> remedies = name.remedies(meant);
        Map<String, String> words = Map.of(
                "near", Suggestion.question(name.text(), meant),
                "why", event.flatMap(EventType::deprecated).orElse(""),
                "token", name.token().word(),
                "other", name.token().other().word());
        boolean isVerified = event.map(EventType::isVerified).orElse(true);
        return statuses.stream().map(status -> {
            Finding finding = Finding.of(name.field(), messages.get(status), words).with(remedies);
            return isVerified && !notes.contains(status) ? finding : finding.asNote();
        });
    }

    private static List<String> statuses(EventType event, Token token) {
        List<String> statuses = new ArrayList<>(List.of(event.delivery().word()));
        event.deprecated().ifPresent(why -> statuses.add("deprecated"));
        if (event.need(token) instanceof ScopeNeed.Never && event.need(token.other()) instanceof ScopeNeed.AnyOf) {
            statuses.add("other-token");
        }
        return statuses;
    }
}
