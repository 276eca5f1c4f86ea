package dev.transportadvisor.lint.check;

import dev.transportadvisor.lint.finding.Finding;
import dev.transportadvisor.lint.finding.Remedy;
import dev.transportadvisor.manifest.EventCatalog;
import dev.transportadvisor.manifest.FieldPath;
import dev.transportadvisor.manifest.Scope;
import dev.transportadvisor.manifest.ScopeCatalog;
import dev.transportadvisor.manifest.Token;
import dev.transportadvisor.source.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of scopes that are asked for: {@code unknown}, {@code undocumented}, {@code deprecated};
 * {@code other-token}, for one that this token surely cannot hold; {@code broad}, for one that lets the app read
 * what many people would not expect, and for which the manifest gives no reason. What is not verified gives but a note.
 *
 * @param outside where one of these holds, the user's scopes serve what no manifest shows
 * @param except the scopes of which another rule tells
 * @param messages for each status in question. {@code {value}} stands for the scope, {@code {near}} for a question with
 *     the nearest that is known, {@code {may}} for what it lets the app do, {@code {tokens}} for those that can
 *     hold it, {@code {token}} for {@code bot} or {@code user}
 */
record ScopeStatusCheck(
        ScopeCatalog scopes,
        EventCatalog events,
        List<FieldTest> outside,
        List<String> except,
        Map<String, String> messages)
        implements Check {

    static final List<String> STATUSES = List.of("unknown", "undocumented", "deprecated", "other-token", "broad");

    @Override
    public List<List<FieldPath>> places() {
        return List.of(Token.allScopes());
    }

    @Override
    public Stream<Finding> findings(Subject subject) {
        ScopeReasons reasons = messages.containsKey("broad")
                ? ScopeReasons.in(subject.document(), events, outside)
                : ScopeReasons.OF_ALL;
        return subject.scopes().stream()
                .filter(name -> !except.contains(name.text()))
                .flatMap(name -> findings(name, reasons));
    }

    private Stream<Finding> findings(ListedName name, ScopeReasons reasons) {
        Optional<Scope> scope = scopes.find(name.text());
        List<String> statuses = scope.map(it -> statuses(it, name.token(), reasons))
                .orElseGet(() -> statuses("unknown"));
        statuses.retainAll(messages.keySet());
        if (statuses.isEmpty()) {
            return Stream.empty();
        }
        List<String> meant = scope.isPresent() || !name.isGuessed() ? List.of() : scopes.current(name.token());
        List<Remedy> remedies = name.remedies(meant);
        Map<String, String> words = Map.of(
                "near", Suggestion.question(name.text(), meant),
                "may", scope.map(Scope::may).orElse(""),
                "tokens", scope.map(it -> String.join(" or ", it.tokens())).orElse(""),
                "token", name.token().word());
        boolean isVerified = scope.map(Scope::isVerified).orElse(true);
        return statuses.stream()
                .map(status -> Finding.of(name.field(), messages.get(status), words)
                        .with(remedies)
                        .advising(status.equals("deprecated") ? scope.flatMap(Scope::instead) : Optional.empty()))
                .map(finding -> isVerified ? finding : finding.asNote());
    }

    private static List<String> statuses(Scope scope, Token token, ScopeReasons reasons) {
        List<String> statuses = statuses(scope.status().word());
        if (scope.status() == Scope.Status.CURRENT && scope.isVerified() && !scope.isFor(token)) {
            statuses.add("other-token");
        }
        if (scope.broad().contains(token) && !reasons.give(scope.name(), token)) {
            statuses.add("broad");
        }
        return statuses;
    }

    private static List<String> statuses(String first) {
        return new ArrayList<>(List.of(first));
    }
}
