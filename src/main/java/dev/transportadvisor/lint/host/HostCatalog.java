package dev.transportadvisor.lint.host;

import dev.transportadvisor.manifest.Placeholder;
import dev.transportadvisor.source.Keyword;
import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.SourceFile;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What kind of host a name stands for, from the names alone: nothing is ever looked up. */
public final class HostCatalog {

    /** Kinds of hosts; the first that fits holds. */
    public enum Kind implements Keyword {
        /** Nobody can have meant it: still to be filled in. */
        PLACEHOLDER,
        /** Only a near network knows it. */
        LOCAL,
        /** Leads to a developer's machine for as long as a program runs there. */
        TUNNEL,
        /** Any other. */
        PUBLIC
    }

    /**
     * Hosts of one kind.
     *
     * @param names in which {@code *} stands for any characters
     */
    public record Group(Kind kind, String source, List<String> names) {

        private Pattern pattern() {
            return HostCatalog.pattern(names);
        }
    }

    /** Of any host: https://www.rfc-editor.org/rfc/rfc1035#section-3.1. */
    private static final int LONGEST_NAME = 255;

    private final List<Group> groups;

    /** What the names of each kind look like. */
    private final transient Map<Kind, Pattern> hosts = new EnumMap<>(Kind.class);

    HostCatalog(List<Group> groups) {
        this.groups = groups;
        groups.stream()
                .collect(Collectors.groupingBy(
                        Group::kind, Collectors.flatMapping(group -> group.names().stream(), Collectors.toList())))
                .forEach((kind, names) -> hosts.put(kind, pattern(names)));
    }

    /** @throws dev.transportadvisor.source.InputException if a part is missing or wrong */
    public static HostCatalog read(SourceFile file) {
        return MappingReader.document("the file", file, HostCatalog::hosts);
    }

    private static HostCatalog hosts(MappingReader reader) {
        return new HostCatalog(Stream.of(Kind.PLACEHOLDER, Kind.LOCAL, Kind.TUNNEL)
                .flatMap(kind -> reader.mappings(kind.word(), group -> group(kind, group)).stream())
                .toList());
    }

    private static Group group(Kind kind, MappingReader reader) {
        return new Group(kind, reader.requiredText("source"), reader.texts("hosts"));
    }

    private static Pattern pattern(List<String> names) {
        return Pattern.compile(names.stream()
                .map(name -> "\\Q" + name.toLowerCase(Locale.ROOT).replace("*", "\\E.*\\Q") + "\\E")
                .collect(Collectors.joining("|")));
    }

    /** In the order of the file. */
    public List<Group> groups() {
        return groups;
    }

    /** Where it can be read up that a URL leads to a host of its kind; empty for addresses of private networks. */
    public Optional<String> sourceOf(String url) {
        Host host = Host.of(url);
        return groups.stream()
                .filter(group -> group.pattern().matcher(host.name()).matches())
                .map(Group::source)
                .findFirst();
    }

    /** The name of the host, in lower case; what stands in its place in a text that is no URL. */
    public String hostOf(String url) {
        return Host.of(url).name();
    }

    /** @param url any text that stands where a URL belongs */
    public Kind kindOf(String url) {
        if (Placeholder.isInUrl(url)) {
            return Kind.PLACEHOLDER;
        }
        Host host = Host.of(url);
        if (host.name().length() > LONGEST_NAME) {
            return Kind.PUBLIC;
        }
        return hosts.entrySet().stream()
                .filter(kind -> kind.getValue().matcher(host.name()).matches())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(host.isPrivate() ? Kind.LOCAL : Kind.PUBLIC);
    }
}
