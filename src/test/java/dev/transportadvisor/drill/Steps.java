package dev.transportadvisor.drill;

import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Problems;
import dev.transportadvisor.source.SourceFile;
import java.util.EnumSet;

/** Steps as a scenario writes them. */
final class Steps {

    private Steps() {}

    /** @throws dev.transportadvisor.source.InputException if something is wrong with it */
    static Step read(String step) {
        SourceFile file = new SourceFile("step.yaml", step);
        Problems problems = new Problems(file);
        MappingReader reader = new MappingReader("the step", DocumentReader.read(file), problems);
        Scenario.Part part = StepReader.read(reader, EnumSet.allOf(Transport.class)).orElseThrow();
        problems.throwIfAny();
        return part.step();
    }
}
