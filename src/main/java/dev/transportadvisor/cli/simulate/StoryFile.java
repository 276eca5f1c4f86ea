package dev.transportadvisor.cli.simulate;

import dev.transportadvisor.file.AtomicFile;
import dev.transportadvisor.report.drill.SimulateFormatter;
import dev.transportadvisor.simulator.story.StoryReader;
import dev.transportadvisor.simulator.story.StoryWriter;
import dev.transportadvisor.simulator.story.Storyteller;
import dev.transportadvisor.source.FileTrouble;
import dev.transportadvisor.source.SourceReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * The file that holds what has happened from one run to the next.
 *
 * @param name what the user calls it
 * @param masking what hides the secrets that a bot has put into a text
 * @param err where trouble is told, since a run that ends has no other way
 */
record StoryFile(Path file, String name, UnaryOperator<String> masking, PrintStream err) {

    /** @throws dev.transportadvisor.source.InputException if the file is there and holds no story */
    void restore(Storyteller storyteller) {
        if (Files.exists(file)) {
            storyteller.restore(StoryReader.read(SourceReader.read(file, name)));
        }
    }

    /** To be called while the process ends. */
    void write(Storyteller storyteller) {
        try {
            String story = new StoryWriter(masking).write(storyteller.tell());
            AtomicFile.writeAtTheEnd(file, out -> out.write(story));
        } catch (IOException e) {
            err.print(SimulateFormatter.notSaved(name, FileTrouble.reason(e)));
        }
    }
}
