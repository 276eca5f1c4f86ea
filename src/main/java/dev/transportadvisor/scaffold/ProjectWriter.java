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

    /** The folder as a path without links, if it can be used. */
    private static Path check(Path folder) {
        try {
            Path place = place(folder);
            refuseOccupied(place);
            refuseClosedParent(place);
            return place;
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
        Path place = check(folder);
        try {
            Whole.run(() -> stage(place, plan.files()));
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

    /** The folder as a path without links. */
    private static Path place(Path folder) throws IOException {
        if (folder.getParent() == null) {
            throw refused(folder, "is the root of a disk. Name a folder on it.");
        }
        Path place = Links.follow(folder.getParent()).resolve(folder.getFileName());
        if (Files.isSymbolicLink(place)) {
            throw refused(folder, "is a symbolic link. Name a new folder.");
        }
        return place;
    }

    private static void refuseOccupied(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            refuseFile(folder);
            refuseRemains(folder);
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                if (entries.iterator().hasNext()) {
                    throw refused(folder, "is not empty. Name a new or an empty folder.");
                }
            }
        }
    }

    /** Otherwise nobody would see why a folder is not empty. */
    private static void refuseRemains(Path folder) throws IOException {
        try (DirectoryStream<Path> hidden = Files.newDirectoryStream(folder, Staging.HIDDEN + "*")) {
            for (Path entry : hidden) {
                throw refused(
                        folder,
                        "holds the hidden folder " + entry.getFileName() + " of a run that goes on or was killed."
                                + " If none goes on, empty it, or name another folder.");
            }
        }
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
        return new InputException(shown(path) + " " + reason);
    }

    private static String shown(Path path) {
        return Quoted.visible(path.toString());
    }
}
