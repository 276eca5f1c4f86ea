package dev.transportadvisor.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read or written, in words for people. */
public final class FileTrouble {

    private FileTrouble() {}

    /** The reason, without a path: {@code "no permission"}, {@code "No space left on device"}. */
    public static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "no permission";
        } else if (e instanceof NoSuchFileException) {
            return "there is no such file or folder";
        } else if (e instanceof FileAlreadyExistsException || e instanceof DirectoryNotEmptyException) {
            return "something else is there already";
        } else if (e instanceof FileSystemException known && known.getReason() != null) {
            return known.getReason();
        }
        // Without a reason, the message of a file system's exception is but a path.
        return e instanceof FileSystemException || e.getMessage() == null ? "the system refuses" : e.getMessage();
    }
}
