package dev.transportadvisor.scaffold;

import dev.transportadvisor.file.ShutdownDelay;
import dev.transportadvisor.source.FileTrouble;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Quoted;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts a bot on the disk: all of it or nothing. A bot is written into a hidden folder and moved to its
 * place when it is complete, so that even a killed run leaves no half bot at a new target.
 */
public final class ProjectWriter {

    private ProjectWriter() {}

    /**
     * Checks that the files may be written to a folder, and writes nothing. The folder must not exist
     * yet or be empty. It must not be a symbolic link, nor lie behind one that leads out of the folder
     * in which that link stands: {@code /tmp} may be a link to {@code /private/tmp}.
     *
     * @throws InputException if the folder cannot be used
     */
    public static WritePlan plan(Path target, List<GeneratedFile> files) {
        check(target.toAbsolutePath().normalize());
        return new WritePlan(target, files);
    }

    /**
     * Writes what was planned; missing parent folders are made.
     *
     * @throws InputException if that fails; whatever was made until then is gone again
     */
    public static void write(WritePlan plan) {
        Path folder = plan.target().toAbsolutePath().normalize();
        // Once more: what was there when it was planned may be something else by now.
        check(folder);
        try {
            ShutdownDelay.during(() -> stage(folder, plan.files()));
        } catch (IOException e) {
            throw new InputException(sentence(folder, e));
        }
    }

    private static void stage(Path folder, List<GeneratedFile> files) throws IOException {
        try (Staging staging = new Staging(folder)) {
            staging.open();
            for (GeneratedFile file : files) {
                staging.add(file);
            }
            staging.moveToTarget();
        }
    }

    private static void check(Path folder) {
        try {
            if (folder.getParent() == null) {
                throw refused(folder, "is the root of a disk. Name a folder on it.");
            }
            refuseLinksOut(folder.getParent());
            if (Files.isSymbolicLink(folder)) {
                throw refused(folder, "is a symbolic link. Name a new folder.");
            }
            refuseOccupied(folder);
            refuseClosedParent(folder);
        } catch (IOException e) {
            throw new InputException(sentence(folder, e));
        }
    }

    private static void refuseLinksOut(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent != null) {
            refuseLinksOut(parent);
            if (Files.isSymbolicLink(path) && !end(path).startsWith(parent.toRealPath())) {
                throw refused(
                        path,
                        "is a symbolic link that leads out, to " + Quoted.visible(end(path).toString())
                                + ". If you mean that folder, name it itself.");
            }
        }
    }

    private static Path end(Path link) {
        try {
            return link.toRealPath();
        } catch (IOException e) {
            throw refused(link, "is a symbolic link that leads nowhere. Name another folder.");
        }
    }

    private static void refuseOccupied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            refuseFile(folder);
            try (Stream<Path> entries = Files.list(folder)) {
                Optional<Path> entry = entries.findFirst();
                if (entry.isPresent()) {
                    throw refused(folder, occupant(entry.get().getFileName().toString()));
                }
            }
        }
    }

    /** Otherwise nobody would see why a folder is not empty that holds but what a killed run has left. */
    private static String occupant(String entry) {
        return entry.startsWith(Staging.HIDDEN)
                ? "holds the hidden folder " + entry + " of a run that goes on or was killed."
                        + " If none goes on, empty it, or name another folder."
                : "is not empty. Name a new or an empty folder.";
    }

    private static void refuseClosedParent(Path folder) {
        Path parent = folder;
        while (parent.getParent() != null && !Files.exists(parent)) {
            parent = parent.getParent();
        }
        refuseFile(parent);
        if (!Files.isWritable(parent)) {
            throw refused(parent, "is a folder in which you have no permission to write. Name another one.");
        }
    }

    private static void refuseFile(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw refused(folder, "is a file, not a folder. Name another one.");
        }
    }

    private static InputException refused(Path path, String reason) {
        return new InputException(Quoted.visible(path.toString()) + " " + reason);
    }

    /** Says which path could not be written or read, why, and what is left of the attempt. */
    private static String sentence(Path target, IOException e) {
        boolean isKnown = e instanceof FileSystemException at && at.getFile() != null;
        String path = isKnown ? ((FileSystemException) e).getFile() : target.toString();
        String left = Stream.of(e.getSuppressed())
                .map(kept -> " What was written so far could not be removed: " + kept.getMessage() + ".")
                .collect(Collectors.joining());
        return Quoted.visible("Cannot write " + path + ": " + FileTrouble.reason(e) + "." + left);
    }
}
