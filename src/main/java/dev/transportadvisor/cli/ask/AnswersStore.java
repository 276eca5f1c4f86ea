package dev.transportadvisor.cli.ask;

import dev.transportadvisor.cli.console.OutputFile;
import dev.transportadvisor.decision.answers.AnswersFile;
import dev.transportadvisor.decision.answers.AnswersText;
import dev.transportadvisor.file.AtomicFile;
import dev.transportadvisor.questionnaire.Topic;
import dev.transportadvisor.source.FileTrouble;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.SourceReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The answers file of an interview: read at its start, written after each answer. */
final class AnswersStore {

    private final Path file;
    private final String path;
    private final Optional<AnswersFile> found;

    /** The byte order mark that the file begins with, which is no part of its text; empty if it has none. */
    private final String mark;

    /** What this interview has read or written last. */
    private Optional<AnswersText> text;

    private AnswersStore(
            Path file, String path, Optional<AnswersFile> found, String mark, Optional<AnswersText> text) {
        this.file = file;
        this.path = path;
        this.found = found;
        this.mark = mark;
        this.text = text;
    }

    /**
     * @param path the file as the user named it
     * @throws InputException if the file cannot be written, or is there and is no answers file
     */
    static AnswersStore open(String path, Path directory, Function<SourceFile, AnswersFile> reader) {
        Path file = directory.resolve(path);
        refuseUnwritable(file, path);
        if (Files.notExists(file)) {
            return new AnswersStore(file, path, Optional.empty(), "", Optional.empty());
        }
        SourceFile source = SourceReader.read(file, path);
        String mark = source.content().substring(0, source.content().length() - source.text().length());
        return new AnswersStore(
                file, path, Optional.of(reader.apply(source)), mark, Optional.of(AnswersText.of(source)));
    }

    private static void refuseUnwritable(Path file, String path) {
        String name = path.toLowerCase(Locale.ROOT);
        if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
            throw new InputException(
                    "Answers are written as YAML. Name a file that ends in .yaml or .yml, not " + path + ".");
        }
        try {
            // Of the file itself, wherever a link to it may lie.
            Path parent = AtomicFile.target(file).getParent();
            if (!Files.isWritable(parent) || Files.exists(file) && !Files.isWritable(file)) {
                throw new AccessDeniedException(path);
            }
        } catch (NoSuchFileException e) {
            throw unwritable(path, "there is no such folder. Make it, or name another file");
        } catch (IOException e) {
            throw unwritable(path, FileTrouble.reason(e) + ". Name another file");
        }
    }

    private static InputException unwritable(String path, String reason) {
        return new InputException(path + " cannot be written: " + reason + " with -o.");
    }

    /** What the file said at the start; empty if there was none. */
    Optional<AnswersFile> found() {
        return found;
    }

    /** Whether there is a file now. */
    boolean isThere() {
        return text.isPresent();
    }

    /**
     * Writes one answer; the first of a new file is the bot's name.
     *
     * @throws InputException if the file cannot be written, or holds what this interview does not know of
     */
    void save(Topic topic, String answer) {
        AnswersText changed = topic.written(answer, text.orElseGet(() -> AnswersText.naming(answer, path)));
        if (text.filter(before -> before.text().equals(changed.text())).isEmpty()) {
            OutputFile.write(file, out -> {
                refuseToOverwriteOthers(topic, answer);
                out.write(mark + changed.text());
            });
            text = Optional.of(changed);
        }
    }

    /**
     * An editor or another interview may have written meanwhile. Looked at when the draft is begun already: what is
     * written between this look and the move of the draft is lost, since no file system compares and replaces at once.
     * A file that was removed is made again.
     */
    private void refuseToOverwriteOthers(Topic topic, String answer) {
        if (Files.exists(file) && text.filter(this::isStillThere).isEmpty()) {
            throw new InputException(path + " has been changed by someone else since this interview last read or wrote"
                    + " it, so the answer " + Quoted.of(answer) + " to " + topic.key() + " was not written. To go on"
                    + " from what it says now, run ask again.");
        }
    }

    private boolean isStillThere(AnswersText known) {
        byte[] bytes = (mark + known.text()).getBytes(StandardCharsets.UTF_8);
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(bytes.length + 1), bytes);
        } catch (IOException e) {
            return false;
        }
    }
}
