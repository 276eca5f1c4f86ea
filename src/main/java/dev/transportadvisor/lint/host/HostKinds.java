package dev.transportadvisor.lint.host;

import java.util.HashMap;
import java.util.Map;

/** What kinds of hosts the URLs of one manifest lead to: several rules ask that of the same URL. */
public final class HostKinds {

    private final HostCatalog catalog;
    private final Map<String, HostCatalog.Kind> known = new HashMap<>();

    public HostKinds(HostCatalog catalog) {
        this.catalog = catalog;
    }

    /** @param url any text that stands where a URL belongs */
    public HostCatalog.Kind of(String url) {
        return known.computeIfAbsent(url, catalog::kindOf);
    }
}
