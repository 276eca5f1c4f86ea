package dev.transportadvisor.lint.host;

import dev.transportadvisor.manifest.Placeholder;
import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Problems;
import dev.transportadvisor.source.SourceFile;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What kind of host a name stands for, from the names alone: nothing is ever looked up. */
public final class HostCatalog {

    /** Kinds of hosts; the first that fits holds. */
    public enum Kind {
        /** Nobody can have meant it: still to be filled in. */
        PLACEHOLDER,
        /** Only a near network knows it. */
        LOCAL,
        /** Leads to a developer's machine for as long as a program runs there. */
        TUNNEL,
        /** Any other. */
        PUBLIC;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Further spellings of what is to be filled in, that only a URL cannot hold in earnest. */
    private static final Pattern BLANK =
            Pattern.compile("<[^<>]*>|\\{[^{}]*}|\\[[A-Za-z][^\\[\\]:]*]|%[A-Z_]+%|__[A-Z_]+__");

    private final Map<Kind, List<HostPattern>> hosts;

    /** @param hosts the names of each kind */
    HostCatalog(Map<Kind, List<HostPattern>> hosts) {
        this.hosts = hosts;
    }

    /** @throws dev.transportadvisor.source.InputException if a part is missing or wrong */
    public static HostCatalog read(SourceFile file) {
        Problems problems = new Problems(file);
        MappingReader root = new MappingReader("the file", DocumentReader.read(file), problems);
        root.requiredChoice("schema", List.of("1"), schema -> schema);
        Map<Kind, List<HostPattern>> hosts = new EnumMap<>(Kind.class);
        for (Kind kind : List.of(Kind.PLACEHOLDER, Kind.LOCAL, Kind.TUNNEL)) {
            hosts.put(
                    kind,
                    root.mappings(kind.word()).stream()
                            .flatMap(group -> patterns(group).stream())
                            .toList());
        }
        root.rejectUnknownKeys();
        problems.throwIfAny();
        return new HostCatalog(hosts);
    }

    private static Collection<HostPattern> patterns(MappingReader group) {
        group.requiredText("source");
        List<String> names = group.texts("hosts");
        group.rejectUnknownKeys();
        return names.stream()
                .map(name -> HostPattern.of(name.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** @param url any text that stands where a URL belongs */
    Kind kindOf(String url) {
        if (Placeholder.isIn(url) || BLANK.matcher(url).find()) {
            return Kind.PLACEHOLDER;
        }
        Host host = Host.of(url);
        for (Map.Entry<Kind, List<HostPattern>> entry : hosts.entrySet()) {
            for (HostPattern pattern : entry.getValue()) {
                if (pattern.matches(host)) {
                    return entry.getKey();
                }
            }
        }
        return host.isPrivate() ? Kind.LOCAL : Kind.PUBLIC;
    }
}
