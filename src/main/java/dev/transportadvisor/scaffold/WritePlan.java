package dev.transportadvisor.scaffold;

import java.nio.file.Path;
import java.util.List;

/**
 * What a writer would put where; made by {@link ProjectWriter#plan}, and all that a dry run shows.
 *
 * @param target the bot's folder as its user named it
 * @param files the files to write, in the order of writing
 */
public record WritePlan(Path target, List<GeneratedFile> files) {

    public WritePlan {
        files = List.copyOf(files);
    }
}
