package com.example.slackbot.feature.inbox;

import com.example.slackbot.runtime.StartupException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder that one process has to itself until it ends. */
final class DirectoryLock {
    private static final FileAttribute<?> OWNERS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private DirectoryLock() {}

    /** Makes a folder, unless it is there, for the bot's user alone: what people have written lies in it. */
    static void make(Path directory) throws IOException {
        boolean isPosix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        Files.createDirectories(directory, isPosix ? new FileAttribute<?>[] {OWNERS} : new FileAttribute<?>[0]);
    }

    /** @throws StartupException when another process has it, or the folder cannot be written to */
    static FileChannel take(Path directory) throws StartupException {
        try {
            make(directory);
            FileChannel file = FileChannel.open(
                    directory.resolve("inbox.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (file.tryLock() != null) {
                return file;
            }
        } catch (OverlappingFileLockException e) {
            // said below
        } catch (IOException e) {
            throw StartupException.failed("DATA_DIR cannot be written to: " + e);
        }
        throw StartupException.failed("Another process uses the database in DATA_DIR. For several processes, set"
                + " DATABASE_URL to a PostgreSQL.");
    }
}
