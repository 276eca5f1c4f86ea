package dev.transportadvisor.cli;

import dev.transportadvisor.decision.AnswersFile;
import dev.transportadvisor.decision.AnswersText;
import dev.transportadvisor.questionnaire.Topic;
import dev.transportadvisor.source.FileTrouble;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.SourceReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The answers file of an interview: read at its start, written after each answer. */
final class AnswersStore {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Path file;
    private final String path;
    private final Optional<AnswersFile> found;
    private Optional<AnswersText> text;

    private AnswersStore(Path file, String path, Optional<AnswersFile> found, Optional<AnswersText> text) {
        this.file = file;
        this.path = path;
        this.found = found;
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
            return new AnswersStore(file, path, Optional.empty(), Optional.empty());
        }
        SourceFile source = SourceReader.read(file, path);
        return new AnswersStore(file, path, Optional.of(reader.apply(source)), Optional.of(AnswersText.of(source)));
    }

    private static void refuseUnwritable(Path file, String path) {
        String name = path.toLowerCase(Locale.ROOT);
        if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
            throw new InputException(
                    "Answers are written as YAML. Name a file that ends in .yaml or .yml, not " + path + ".");
        }
        if (!Files.isWritable(folder(file, path)) || Files.exists(file) && !Files.isWritable(file)) {
            throw new InputException(path + " cannot be written: no permission. Name another file with -o.");
        }
    }

    /** Of the file itself, wherever a link to it may lie. */
    private static Path folder(Path file, String path) {
        try {
            return OutputFile.target(file).getParent();
        } catch (NoSuchFileException e) {
            throw new InputException(
                    path + " cannot be written: there is no such folder. Make it, or name another file with -o.");
        } catch (IOException e) {
            throw new InputException(
                    path + " cannot be written: " + FileTrouble.reason(e) + ". Name another file with -o.");
        }
    }

    /** What the file said at the start; empty if there was none. */
    Optional<AnswersFile> found() {
        return found;
    }

    /** Whether there is a file now. */
    boolean isThere() {
        return text.isPresent();
    }

    /** Writes one answer; the first of a new file is the bot's name. */
    void save(Topic topic, String answer) {
        AnswersText changed = topic.written(answer, text.orElseGet(() -> AnswersText.naming(answer, path)));
        if (text.filter(before -> before.text().equals(changed.text())).isEmpty()) {
            OutputFile.write(file, mark() + changed.text());
            text = Optional.of(changed);
        }
    }

    /** The byte order mark that the file begins with, which is no part of the text that was read. */
    private String mark() {
        if (!isThere()) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK) ? "\uFEFF" : "";
        } catch (IOException e) {
            return "";
        }
    }
}
