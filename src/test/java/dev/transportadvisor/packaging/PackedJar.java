package dev.transportadvisor.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Spares the packaged program what would take long at each start: see {@link PrebuiltClasses}, {@link EarlyLinking}.
 */
final class PackedJar {

    private PackedJar() {}

    /**
     * @param arguments a jar, which is replaced; the name of the class whose results are to be made beforehand; and the
     *     packages that most runs use, such as {@code com/example/}
     */
    public static void main(String... arguments) throws IOException, ReflectiveOperationException {
        SortedMap<String, byte[]> prebuilt = PrebuiltClasses.of(Class.forName(arguments[1]));
        List<String> packages = List.of(arguments).subList(2, arguments.length);
        Path jar = Path.of(arguments[0]);
        Path draft = Files.createTempFile(jar.toAbsolutePath().getParent(), "transport-advisor", ".jar");
        try {
            try (ZipFile from = new ZipFile(jar.toFile());
                    ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(draft))) {
                rewrite(from, to, prebuilt, packages);
            }
            Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(jar));
            Files.move(draft, jar, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void rewrite(
            ZipFile from, ZipOutputStream to, SortedMap<String, byte[]> prebuilt, List<String> packages)
            throws IOException {
        SortedMap<String, byte[]> chosen = new TreeMap<>();
        for (ZipEntry entry : Collections.list(from.entries())) {
            if (packages.stream().anyMatch(entry.getName()::startsWith)
                    && entry.getName().endsWith(".class")) {
                chosen.put(entry.getName(), from.getInputStream(entry).readAllBytes());
            }
        }
        chosen.putAll(prebuilt);
        Map<String, byte[]> rewritten = EarlyLinking.of(chosen);
        // One time for all: the shading gives some entries one that depends on the time zone.
        LocalDateTime time = from.getEntry("rules/").getTimeLocal();
        for (ZipEntry entry : Collections.list(from.entries())) {
            byte[] bytes = rewritten.remove(entry.getName());
            if (bytes == null) {
                deflate(to, entry.getName(), time, from.getInputStream(entry).readAllBytes());
            } else {
                store(to, entry.getName(), time, bytes);
            }
        }
        for (Map.Entry<String, byte[]> made : rewritten.entrySet()) {
            store(to, made.getKey(), time, made.getValue());
        }
    }

    private static void deflate(ZipOutputStream to, String name, LocalDateTime time, byte[] bytes) throws IOException {
        add(to, new ZipEntry(name), time, bytes);
    }

    /** What most runs read is not compressed: a start without an archive of classes takes 6 % less. */
    private static void store(ZipOutputStream to, String name, LocalDateTime time, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        entry.setCrc(checksum.getValue());
        add(to, entry, time, bytes);
    }

    private static void add(ZipOutputStream to, ZipEntry entry, LocalDateTime time, byte[] bytes) throws IOException {
        entry.setTimeLocal(time);
        to.putNextEntry(entry);
        to.write(bytes);
        to.closeEntry();
    }
}
