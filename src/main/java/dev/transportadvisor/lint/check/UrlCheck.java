package dev.transportadvisor.lint.check;

import dev.transportadvisor.lint.finding.Finding;
import dev.transportadvisor.lint.host.HostCatalog;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldPath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where URLs lead.
 *
 * @param at the values that hold URLs
 * @param when what must hold besides; all of it
 * @param hosts the kinds of hosts in question
 * @param scheme the scheme in question, such as {@code http}; any without one
 * @param message {@code {value}} stands for the URL
 */
record UrlCheck(
        HostCatalog catalog,
        List<FieldPath> at,
        List<FieldTest> when,
        List<HostCatalog.Kind> hosts,
        Optional<String> scheme,
        String message)
        implements Check {

    @Override
    public Stream<Finding> findings(Subject subject) {
        Field document = subject.document();
        if (when.stream().anyMatch(test -> test.of(document, document) != Truth.YES)) {
            return Stream.empty();
        }
        return at.stream()
                .flatMap(path -> path.in(document).stream())
                .filter(field -> field.text().filter(this::isMeant).isPresent())
                .map(field -> Finding.of(field, message));
    }

    private boolean isMeant(String url) {
        return scheme.filter(name -> !url.toLowerCase(Locale.ROOT).startsWith(name + ":")).isEmpty()
                && hosts.contains(catalog.kindOf(url));
    }
}
