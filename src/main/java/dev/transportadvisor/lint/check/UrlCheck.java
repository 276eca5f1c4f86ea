package dev.transportadvisor.lint.check;

import dev.transportadvisor.lint.finding.Finding;
import dev.transportadvisor.lint.host.HostCatalog;
import dev.transportadvisor.lint.host.HostsOfFile;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where URLs lead; of several to one host, the first is found, and names the lines of the others.
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
    public List<List<FieldPath>> places() {
        return FieldTest.places(at, when);
    }

    @Override
    public Stream<Finding> findings(Subject subject) {
        Field document = subject.document();
        if (when.stream().anyMatch(test -> test.of(document, document) != Truth.YES)) {
            return Stream.empty();
        }
        Map<String, List<Field>> byHost = new LinkedHashMap<>();
        at.stream()
                .flatMap(path -> path.in(document).stream())
                .filter(field -> field.text().filter(url -> isMeant(url, subject.hosts())).isPresent())
                .sorted(Comparator.comparing(field -> field.place().start()))
                .forEach(field -> byHost.computeIfAbsent(hostOf(field), host -> new ArrayList<>())
                        .add(field));
        return byHost.values().stream().map(this::finding);
    }

    /** One for a host: whoever changes one of its URLs changes all. */
    private Finding finding(List<Field> sameHost) {
        return Finding.of(sameHost.get(0), message)
                .andOf(sameHost.subList(1, sameHost.size()), "The same host stands on {lines}.");
    }

    private String hostOf(Field field) {
        return catalog.hostOf(field.text().orElse(""));
    }

    private boolean isMeant(String url, HostsOfFile known) {
        return scheme.filter(name -> !url.toLowerCase(Locale.ROOT).startsWith(name + ":")).isEmpty()
                && hosts.contains(known.kindOf(url));
    }
}
