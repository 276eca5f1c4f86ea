package dev.transportadvisor.bench;

import java.io.File;
import java.nio.file.Path;

/** The archive that the first run of the launcher makes in the background. */
final class LauncherArchive {

    private LauncherArchive() {}

    /**
     * Waits until it is there, since nothing is to be measured before.
     *
     * @param cache the user's cache folder, as the launcher was told
     */
    static Path await(Path cache) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            Thread.sleep(100);
            // Only these: below them, the rehearsal makes and removes files meanwhile.
            File[] files = cache.resolve("transport-advisor").toFile().listFiles();
            for (File file : files == null ? new File[0] : files) {
                if (file.getName().matches(".*\\.(cds|aot)")) {
                    return file.toPath();
                }
            }
        }
        throw new IllegalStateException("The launcher has made no archive within a minute.");
    }
}
