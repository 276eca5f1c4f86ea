package dev.transportadvisor.scaffold;

import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.Whole;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

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

    private static void check(Path folder) {
        try {
            refuseLinks(folder);
            refuseOccupied(folder);
            refuseClosedParent(folder);
        } catch (IOException e) {
            throw new InputException(Staging.sentence(folder, e));
        }
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
            Whole.run(() -> stage(folder, plan.files()));
        } catch (IOException e) {
            throw new InputException(Staging.sentence(folder, e));
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

    private static void refuseLinks(Path folder) throws IOException {
        if (Files.isSymbolicLink(folder)) {
            throw refused(folder, "is a symbolic link. Name a new folder.");
        }
        for (Path part = folder.getParent(); part != null; part = part.getParent()) {
            if (Files.isSymbolicLink(part)) {
                refuseLinkThatLeadsOut(part);
            }
        }
    }

    private static void refuseLinkThatLeadsOut(Path link) throws IOException {
        if (Files.notExists(link)) {
            throw refused(link, "is a symbolic link that leads nowhere. Name another folder.");
        }
        Path end = link.toRealPath();
        if (!end.startsWith(link.getParent().toRealPath())) {
            throw refused(
                    link,
                    "is a symbolic link that leads out, to " + shown(end)
                            + ". If you mean that folder, name it itself.");
        }
    }

    private static void refuseOccupied(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            refuseFile(folder);
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                if (entries.iterator().hasNext()) {
                    throw refused(folder, "is not empty. Name a new or an empty folder.");
                }
            }
        }
    }

    private static void refuseClosedParent(Path folder) {
        if (folder.getParent() == null) {
            throw refused(folder, "is the root of a disk. Name a folder on it.");
        }
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
        return new InputException(shown(path) + " " + reason);
    }

    private static String shown(Path path) {
        return Quoted.visible(path.toString());
    }
}
