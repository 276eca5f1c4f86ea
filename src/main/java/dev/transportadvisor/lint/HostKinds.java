package dev.transportadvisor.lint;

import java.util.HashMap;
import java.util.Map;

/** What kinds of hosts the URLs of one manifest lead to: several rules ask that of the same URL. */
final class HostKinds {

    private final HostCatalog catalog;
    private final Map<String, HostCatalog.Kind> known = new HashMap<>();

    HostKinds(HostCatalog catalog) {
        this.catalog = catalog;
    }

    /** @param url any text that stands where a URL belongs */
    HostCatalog.Kind of(String url) {
        return known.computeIfAbsent(url, catalog::kindOf);
    }
}
