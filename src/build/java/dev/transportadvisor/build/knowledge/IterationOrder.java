package dev.transportadvisor.build.knowledge;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;

/** In which order a set or a map gives what it holds. */
enum IterationOrder {
    /** The same in every run, because somebody chose it. */
    CHOSEN,
    /** Another one from one Java to the next, or from run to run. */
    NONE;

    /**
     * @param collection a set or a map
     * @throws IllegalArgumentException if its class does not tell
     */
    static IterationOrder of(Object collection) {
        Object inner = unwrapped(collection);
        if (size(inner) < 2
                || inner instanceof LinkedHashMap
                || inner instanceof LinkedHashSet
                || inner instanceof SortedMap
                || inner instanceof SortedSet
                || inner instanceof EnumMap
                || inner instanceof EnumSet) {
            return CHOSEN;
        } else if (inner.getClass() == HashMap.class
                || inner.getClass() == HashSet.class
                || inner.getClass().getName().startsWith("java.util.ImmutableCollections")) {
            return NONE;
        }
        throw new IllegalArgumentException("Nobody knows the order of a " + inner.getClass());
    }

    private static int size(Object collection) {
        return collection instanceof Map<?, ?> map ? map.size() : ((Collection<?>) collection).size();
    }

    private static Object unwrapped(Object collection) {
        if (!collection.getClass().getName().startsWith("java.util.Collections$Unmodifiable")) {
            return collection;
        }
        try (Parts parts = new Parts()) {
            parts.writeObject(collection);
            return unwrapped(parts.written.get(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An unmodifiable view does not show what it is a view of, but it is written together with it. */
    private static final class Parts extends ObjectOutputStream {

        private final List<Object> written = new ArrayList<>();

        Parts() throws IOException {
            super(OutputStream.nullOutputStream());
            enableReplaceObject(true);
        }

        @Override
        protected Object replaceObject(Object object) {
            written.add(object);
            return written.size() == 1 ? object : null;
        }
    }
}
