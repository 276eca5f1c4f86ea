package dev.transportadvisor.lint.check;

import dev.transportadvisor.lint.finding.Finding;
import dev.transportadvisor.lint.host.HostCatalog;
import dev.transportadvisor.lint.host.HostsOfFile;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldPath;
import dev.transportadvisor.manifest.Placeholder;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.ScalarNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is yet to be filled in, whatever kind of value it is.
 *
 * @param urls the values that hold URLs, in which a host that is reserved for examples counts, too
 * @param message {@code {value}} stands for the text, {@code {set}} for the option that gives it a value
 */
record PlaceholderCheck(List<FieldPath> urls, String message) implements Check {

    /** What a shell takes for a word, in double quotes if there is a blank in it. */
    private static final Pattern NAME = Pattern.compile("(?=\\W*\\w)[\\w ./:-]{1,60}");

    @Override
    public Stream<Finding> findings(Subject subject) {
        Field document = subject.document();
        Set<Field> inUrls = new HashSet<>();
        urls.forEach(path -> inUrls.addAll(path.in(document)));
        List<Field> scalars = new ArrayList<>();
        addScalars(document, scalars, Collections.newSetFromMap(new IdentityHashMap<>()));
        return scalars.stream().filter(field -> isLeft(field, inUrls, subject.hosts())).map(this::finding);
    }

    /** What stands in several places through an alias, once. */
    private static void addScalars(Field field, List<Field> found, Set<Node> seen) {
        if (field.value() instanceof ScalarNode) {
            found.add(field);
        } else if (seen.add(field.value())) {
            field.children().forEach(child -> addScalars(child, found, seen));
        }
    }

    private static boolean isLeft(Field field, Set<Field> inUrls, HostsOfFile hosts) {
        return field.text().isPresent()
                && (field.isLeftToFill()
                        || inUrls.contains(field)
                                && hosts.kindOf(field.text().get()) == HostCatalog.Kind.PLACEHOLDER);
    }

    private Finding finding(Field field) {
        String set = Placeholder.names(field.text().orElse("")).stream()
                .filter(name -> NAME.matcher(name).matches())
                .findFirst()
                .map(name -> "; `--set " + (name.contains(" ") ? '"' + name + "=…\"" : name + "=…") + "` tries a value")
                .orElse("");
        return Finding.of(field, message, Map.of("set", set));
    }
}
