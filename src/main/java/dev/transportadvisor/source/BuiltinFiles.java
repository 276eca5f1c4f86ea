package dev.transportadvisor.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Text files that the program carries on its class path. */
public final class BuiltinFiles {

    private BuiltinFiles() {}

    /**
     * Reads a file.
     *
     * @param path such as {@code rules/transport.cases.yaml}
     * @throws IllegalArgumentException if there is no such file
     */
    public static SourceFile read(String path) {
        try (InputStream in = BuiltinFiles.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no built-in " + path);
            }
            return SourceReader.read(path, in);
        } catch (IOException e) {
            throw new UncheckedIOException("The built-in " + path + " cannot be read", e);
        }
    }
}
