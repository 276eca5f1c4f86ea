package dev.transportadvisor.simulator.slack;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets its oldest entry when it holds very many, so that a long run stays small. */
public final class BoundedMap<V> extends LinkedHashMap<String, V> {

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > Limits.HISTORY;
    }
}
