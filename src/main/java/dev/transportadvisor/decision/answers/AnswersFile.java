package dev.transportadvisor.decision.answers;

import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.SourceFile;

/** What an answers file says. */
public record AnswersFile(Bot bot, Answers answers) {

    /** Whether a file that should be something else is an answers file, by the keys that each has. */
    public static boolean isLikelyIn(SourceFile file) {
        if (!file.text().contains("schema") || !file.text().contains("bot")) {
            return false;
        }
        try {
            return DocumentReader.read(file) instanceof MappingNode root
                    && root.get("schema").isPresent()
                    && root.get("bot").isPresent();
        } catch (InputException e) {
            return false;
        }
    }
}
