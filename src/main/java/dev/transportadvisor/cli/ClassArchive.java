package dev.transportadvisor.cli;

import java.io.File;
import java.time.Duration;

/** The archive of classes that the launcher gives to Java. */
final class ClassArchive {

    /** So that whoever switches archives off does not have one made at each start. */
    private static final Duration LEAST_AGE = Duration.ofMinutes(10);

    private ClassArchive() {}

    /** Removes an archive that Java could not use; then the launcher, which cannot see inside, makes another one. */
    static void remove(String path) {
        File file = new File(path);
        if (System.currentTimeMillis() - file.lastModified() > LEAST_AGE.toMillis()) {
            file.delete();
        }
    }
}
