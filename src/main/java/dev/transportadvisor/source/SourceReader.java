package dev.transportadvisor.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Reads the bytes of an input into text, and refuses what is no text: at most {@value #MAX_BYTES}
 * bytes, UTF-8 with or without a byte order mark, no NUL.
 */
public final class SourceReader {

    /** 1 MiB. Slack's own manifests and any answers file stay far below it. */
    public static final int MAX_BYTES = 1 << 20;

    private SourceReader() {}

    /**
     * Reads a file.
     *
     * @throws InputException if it is missing, unreadable, a directory, too large, or not UTF-8 text
     */
    public static SourceFile read(Path file) {
        return read(file, file.toString().replace(file.getFileSystem().getSeparator(), "/"));
    }

    /**
     * Reads a file.
     *
     * @param path what to call it in messages
     * @throws InputException if it is missing, unreadable, a directory, too large, or not UTF-8 text
     */
    public static SourceFile read(Path file, String path) {
        try {
            refuseAllButFiles(file, path);
            try (InputStream in = Files.newInputStream(file)) {
                return read(path, in);
            }
        } catch (NoSuchFileException e) {
            throw new InputException(path + ": there is no such file.");
        } catch (AccessDeniedException e) {
            throw new InputException(path + ": no permission to read this file.");
        } catch (IOException e) {
            throw new InputException(path + ": cannot be read (" + FileTrouble.reason(e) + ").");
        }
    }

    private static void refuseAllButFiles(Path file, String path) throws IOException {
        BasicFileAttributes attributes;
        try {
            // All at once: to ask for each would show where there are many files.
            attributes = Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            // To open it will say more exactly what is missing.
            return;
        }
        if (attributes.isDirectory()) {
            throw new InputException(path + " is a directory. Name a file.");
        } else if (!attributes.isRegularFile()) {
            // To open a pipe that nobody writes to would take for ever.
            throw new InputException(path + " is no regular file. Send it to standard input and name it `-`.");
        }
    }

    /**
     * Reads a stream to its end, but never more than one byte over the limit.
     *
     * @param path what to call the input in messages
     * @throws InputException if it is too large or not UTF-8 text
     * @throws IOException if the stream fails
     */
    public static SourceFile read(String path, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new InputException(path + " is larger than 1 MiB, the most that is read of one file.");
        }
        refuseOtherEncodings(path, bytes);
        return new SourceFile(path, decode(path, bytes), textStart(bytes) > 0);
    }

    private static void refuseOtherEncodings(String path, byte[] bytes) {
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            throw new InputException(path + " is encoded in UTF-16 or UTF-32. Save it as UTF-8.");
        }
        // As a text of one character a byte, which Java searches at once; a loop over many files would show at start.
        int nul = new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\0');
        if (nul >= 0) {
            throw new InputException(behind(path, bytes, nul), "A NUL byte: this is no UTF-8 text file.");
        }
    }

    private static String decode(String path, byte[] bytes) {
        int start = textStart(bytes);
        ByteBuffer content = ByteBuffer.wrap(bytes, start, bytes.length - start);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(content).toString();
        } catch (CharacterCodingException e) {
            // A strict decoder stops in front of the bytes that it cannot read.
            int wrong = content.position();
            throw new InputException(
                    behind(path, bytes, wrong),
                    "The byte %02X is not UTF-8 here. Save the file as UTF-8.".formatted(bytes[wrong]));
        }
    }

    /** The place behind the first bytes of an input whose rest is no text. */
    private static Location behind(String path, byte[] bytes, int length) {
        int start = textStart(bytes);
        SourceFile readable = new SourceFile(path, new String(bytes, start, length - start, StandardCharsets.UTF_8));
        Position end = readable.position(readable.text().length());
        return readable.location(new Span(end, end));
    }

    private static int textStart(byte[] bytes) {
        return startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
