package dev.transportadvisor.lint.host;

import java.util.HashMap;
import java.util.Map;

/** What kinds of hosts the URLs of one file lead to: many rules ask about the same few. */
public final class HostsOfFile {

    private final HostCatalog catalog;
    private final Map<String, HostCatalog.Kind> kinds = new HashMap<>();

    public HostsOfFile(HostCatalog catalog) {
        this.catalog = catalog;
    }

    /** @param url any text that stands where a URL belongs */
    public HostCatalog.Kind kindOf(String url) {
        return kinds.computeIfAbsent(url, catalog::kindOf);
    }
}
