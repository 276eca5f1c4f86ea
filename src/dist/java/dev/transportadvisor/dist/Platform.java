package dev.transportadvisor.dist;

import java.util.List;
import java.util.Locale;

/**
 * What a runtime runs on.
 *
 * @param os {@code linux}, {@code darwin} or {@code windows}
 * @param cpu {@code x64} or {@code arm64}
 */
record Platform(String os, String cpu) {

    /** Those that npm has a package of. */
    static final List<Platform> OF_NPM =
            List.of(new Platform("linux", "x64"), new Platform("linux", "arm64"), new Platform("darwin", "arm64"));

    /** The one that the build runs on, since jlink and the rehearsal make things for themselves only. */
    static Platform current() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String cpu = System.getProperty("os.arch");
        return new Platform(os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "darwin" : os, cpu(cpu));
    }

    /**
     * The name that npm and the archives have for what Java calls a CPU.
     *
     * @throws IllegalStateException for one that nobody has tried to pack for
     */
    static String cpu(String java) {
        return switch (java) {
            case "aarch64" -> "arm64";
            case "amd64", "x86_64" -> "x64";
            default -> throw new IllegalStateException("Nothing can be packed for the CPU " + java + " yet.");
        };
    }

    boolean isLinux() {
        return os.equals("linux");
    }

    boolean isWindows() {
        return os.equals("windows");
    }

    /** What glibc's programs name as their loader, and what is missing where there is another C library. */
    String loader() {
        if (!isLinux()) {
            return "";
        }
        return cpu.equals("arm64") ? "/lib/ld-linux-aarch64.so.1" : "/lib64/ld-linux-x86-64.so.2";
    }

    @Override
    public String toString() {
        return os + "-" + cpu;
    }
}
