package dev.transportadvisor.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Defines the classes of this project anew, since classes of a package see each other only when one loader has defined
 * them all; some of them from other bytes. Those of {@code source} stay, since {@link Recipe} knows one of them.
 */
final class RedefiningLoader extends ClassLoader {

    private static final String PROJECT = "dev.transportadvisor.";
    private static final String SOURCE = PROJECT + "source.";

    private final Map<String, byte[]> files;

    /** @param files the other bytes, by path */
    RedefiningLoader(Map<String, byte[]> files) {
        super(RedefiningLoader.class.getClassLoader());
        this.files = files;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        Class<?> known = findLoadedClass(name);
        if (known != null || !name.startsWith(PROJECT) || name.startsWith(SOURCE)) {
            return known == null ? super.loadClass(name, resolve) : known;
        }
        byte[] file = bytes(name.replace('.', '/') + ".class");
        return defineClass(name, file, 0, file.length);
    }

    private byte[] bytes(String path) throws ClassNotFoundException {
        if (files.containsKey(path)) {
            return files.get(path);
        }
        try (InputStream in = getResourceAsStream(path)) {
            if (in == null) {
                throw new ClassNotFoundException(path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
