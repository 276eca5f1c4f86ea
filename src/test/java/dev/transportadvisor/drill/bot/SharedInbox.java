package dev.transportadvisor.drill.bot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What all replicas have received, in a folder: a file for each delivery ever seen, and one for each that is still to
 * be done, with the process that does it in its name.
 */
final class SharedInbox {

    private final Path seen;
    private final Path open;
    private final long process = ProcessHandle.current().pid();

    /** A delivery that is to be done by this process. */
    record Job(String id, JsonNode event) {}

    SharedInbox(Path folder) {
        try {
            seen = Files.createDirectories(folder.resolve("seen"));
            open = Files.createDirectories(folder.resolve("open"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The job, recorded before anybody may acknowledge it; whoever dies here has acknowledged nothing. */
    Job take(String id, JsonNode event) {
        try {
            Path draft = Files.writeString(seen.resolveSibling(id + "-" + process), event.toString());
            Files.move(draft, file(id, process));
            return new Job(id, event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this process has it to do: of a repeat that comes meanwhile, nothing is to be recorded or struck off. */
    boolean isOpen(String id) {
        return Files.exists(file(id, process));
    }

    /** Whether no replica has seen it before. */
    boolean isNew(String id) {
        try {
            Files.createFile(seen.resolve(id));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void strikeOff(Job job) {
        try {
            Files.deleteIfExists(file(job.id(), process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What this process has not done is done by nobody. */
    void strikeOffAll() {
        try (Stream<Path> files = Files.list(open)) {
            for (Path file : files.filter(job -> job.toString().endsWith("@" + process)).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jobs of processes that are gone: each becomes one of this process, or of another, and never of two. */
    List<Job> takeOver() {
        List<Job> jobs = new ArrayList<>();
        try (Stream<Path> files = Files.list(open)) {
            for (Path file : files.toList()) {
                takeOver(file).ifPresent(jobs::add);
            }
            return jobs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Job> takeOver(Path file) throws IOException {
        String[] parts = file.getFileName().toString().split("@");
        if (ProcessHandle.of(Long.parseLong(parts[1])).filter(ProcessHandle::isAlive).isPresent()) {
            return Optional.empty();
        }
        try {
            Path own = Files.move(file, file(parts[0], process));
            return Optional.of(new Job(parts[0], PlainBot.json(Files.readString(own))));
        } catch (NoSuchFileException e) {
            return Optional.empty(); // another replica was faster
        }
    }

    private Path file(String id, long owner) {
        return open.resolve(id + "@" + owner);
    }
}
