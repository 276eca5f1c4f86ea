package dev.transportadvisor.dist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The module-info of a jar that holds a program and all of its libraries. They are one module, since some of the
 * libraries are none, and jlink takes no automatic modules; so they may only use what of Java this one requires. It is
 * open, since Jetty calls the methods of a WebSocket by reflection.
 */
final class ModuleSource {

    /** What the program and the libraries use of Java. */
    private static final List<String> REQUIRED =
            List.of("java.compiler", "java.logging", "java.management", "java.net.http", "java.xml");

    /** What only those parts of the libraries use that the program does not. */
    private static final List<String> OPTIONAL = List.of("java.desktop", "java.naming", "java.scripting", "java.sql");

    private static final String SERVICES = "META-INF/services/";

    private ModuleSource() {}

    /** @param jar names its services as the class path wants them, which a module has to declare */
    static String of(String name, Path jar) throws IOException {
        Stream<String> directives = Stream.of(
                        REQUIRED.stream().map(module -> "requires " + module),
                        OPTIONAL.stream().map(module -> "requires static " + module),
                        services(jar).entrySet().stream()
                                .flatMap(service -> Stream.of(
                                        "uses " + service.getKey(),
                                        "provides " + service.getKey() + " with " + service.getValue())))
                .flatMap(each -> each);
        return directives
                .map(directive -> "    " + directive + ";\n")
                .collect(Collectors.joining("", "open module " + name + " {\n", "}\n"));
    }

    private static SortedMap<String, String> services(Path jar) throws IOException {
        SortedMap<String, String> services = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(ModuleSource::isService).toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    services.put(sourceName(entry.getName().substring(SERVICES.length())), providers(text));
                }
            }
        }
        return services;
    }

    private static boolean isService(ZipEntry entry) {
        return entry.getName().startsWith(SERVICES) && !entry.isDirectory();
    }

    private static String providers(String text) {
        return text.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .map(ModuleSource::sourceName)
                .collect(Collectors.joining(", "));
    }

    private static String sourceName(String binaryName) {
        return binaryName.replace('$', '.');
    }
}
