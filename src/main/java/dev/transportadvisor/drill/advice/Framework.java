package dev.transportadvisor.drill.advice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A framework for bots, and how one that is made with it takes the address of the Web API from its environment.
 *
 * @param files where a project names what it depends on
 * @param dependency how it names this framework there
 * @param code the line that takes the address from SLACK_API_URL
 * @param source where that line stands
 */
public record Framework(String name, List<String> files, String dependency, String code, String source) {

    /** Whether the project in a folder is made with it. */
    boolean isIn(Path folder) {
        return files.stream().map(folder::resolve).anyMatch(this::isNamedIn);
    }

    private boolean isNamedIn(Path file) {
        try {
            return Files.isRegularFile(file)
                    && Files.readString(file, StandardCharsets.ISO_8859_1).contains(dependency);
        } catch (IOException e) {
            return false;
        }
    }
}
