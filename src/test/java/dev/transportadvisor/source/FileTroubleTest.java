package dev.transportadvisor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileTroubleTest {

    static Stream<Arguments> troubles() {
        return Stream.of(
                arguments(new AccessDeniedException("/secret"), "no permission"),
                arguments(new NoSuchFileException("/gone"), "there is no such file or folder"),
                arguments(new FileAlreadyExistsException("/there"), "something else is there already"),
                arguments(new DirectoryNotEmptyException("/full"), "something else is there already"),
                arguments(new FileSystemException("/f", null, "Read-only file system"), "Read-only file system"),
                arguments(new FileSystemException("/f"), "the system refuses"),
                arguments(new IOException("No space left on device"), "No space left on device"),
                arguments(new IOException(), "the system refuses"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("troubles")
    void saysWhyWithoutThePath(IOException trouble, String reason) {
        assertEquals(reason, FileTrouble.reason(trouble));
    }
}
