package dev.transportadvisor.lint.host;

import dev.transportadvisor.manifest.Placeholder;
import dev.transportadvisor.source.Keyword;
import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.SourceFile;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

    private final Map<Kind, Pattern> hosts;

    /** @param hosts what the names of each kind look like */
    HostCatalog(Map<Kind, Pattern> hosts) {
        this.hosts = hosts;
    }

    /** @throws dev.transportadvisor.source.InputException if a part is missing or wrong */
    public static HostCatalog read(SourceFile file) {
        return MappingReader.document("the file", file, HostCatalog::hosts);
    }

    private static HostCatalog hosts(MappingReader reader) {
        Map<Kind, Pattern> hosts = new EnumMap<>(Kind.class);
        for (Kind kind : List.of(Kind.PLACEHOLDER, Kind.LOCAL, Kind.TUNNEL)) {
            hosts.put(kind, pattern(reader.mappings(kind.word(), HostCatalog::names)));
        }
        return new HostCatalog(hosts);
    }

    private static List<String> names(MappingReader group) {
        group.requiredText("source");
        return group.texts("hosts");
    }

    /** In a name, {@code *} stands for any characters. */
    private static Pattern pattern(List<List<String>> groups) {
        return Pattern.compile(groups.stream()
                .flatMap(List::stream)
                .map(name -> "\\Q" + name.toLowerCase(Locale.ROOT).replace("*", "\\E.*\\Q") + "\\E")
                .collect(Collectors.joining("|")));
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
        return hosts.entrySet().stream()
                .filter(kind -> kind.getValue().matcher(host.name()).matches())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(host.isPrivate() ? Kind.LOCAL : Kind.PUBLIC);
    }
}
