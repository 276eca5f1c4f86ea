package dev.transportadvisor.cli.lint;

import dev.transportadvisor.cli.console.Console;
import dev.transportadvisor.cli.console.Inputs;
import dev.transportadvisor.lint.Lookalike;
import dev.transportadvisor.manifest.Manifest;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.SourceReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Something that may be a manifest.
 *
 * @param path what to call it in reports
 * @param file where it is, absolute; empty for standard input
 * @param isNamed whether the user named it; otherwise it was found in a folder, among files of any kind
 */
record ManifestInput(String path, Optional<Path> file, boolean isNamed) {

    /**
     * The text; empty for a file in a folder that is no manifest.
     *
     * @throws InputException if it cannot be read
     */
    Optional<SourceFile> read(Console console) {
        if (file.isEmpty()) {
            return Optional.of(new Inputs(console).readManifest(Inputs.STANDARD_INPUT));
        }
        try {
            SourceFile source = SourceReader.read(file.get(), path);
            if (isNamed) {
                new Inputs(console).refuseAnswers(source, path);
                return Optional.of(source);
            }
            if (ManifestNames.isForeign(file.get())) {
                return Lookalike.foreign(source).map(foreign -> source);
            }
            return ManifestNames.isProgram(file.get())
                    ? Lookalike.program(source).map(program -> source)
                    : Manifest.likelyIn(source);
        } catch (InputException e) {
            if (isNamed || mentionsHallmark()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** Whether a file that is no text within the limits looks as if it was meant to be a manifest, in UTF-16 too. */
    private boolean mentionsHallmark() {
        try (InputStream in = Files.newInputStream(file.get())) {
            return new String(in.readNBytes(SourceReader.MAX_BYTES), StandardCharsets.ISO_8859_1)
                    .replace("\0", "")
                    .contains(Manifest.HALLMARK);
        } catch (IOException e) {
            return true;
        }
    }

    /** The path from a folder to this, with {@code /} between its parts; the argument for standard input. */
    String relativeTo(Path folder) {
        return file.map(absolute -> folder.relativize(absolute).toString().replace(File.separatorChar, '/'))
                .orElse(Inputs.STANDARD_INPUT);
    }
}
