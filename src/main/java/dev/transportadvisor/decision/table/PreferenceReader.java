package dev.transportadvisor.decision.table;

import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.Problems;
import dev.transportadvisor.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what to choose where the points leave it open, and what to do where nothing has to be chosen. */
final class PreferenceReader {

    private final List<Alternative> alternatives;
    private final GuardReader guards;
    private final Problems problems;

    PreferenceReader(List<Alternative> alternatives, GuardReader guards, Problems problems) {
        this.alternatives = alternatives;
        this.guards = guards;
        this.problems = problems;
    }

    Optional<Preferences> fallback(MappingReader reader) {
        Optional<Preference> plain = preference(reader);
        List<Preferences.Conditional> others = new ArrayList<>();
        for (MappingReader other : reader.mappings("where")) {
            Guard when = guards.required(other);
            preference(other).ifPresent(preference -> others.add(new Preferences.Conditional(when, preference)));
            other.rejectUnknownKeys();
        }
        reader.rejectUnknownKeys();
        return plain.map(preference -> new Preferences(preference, others));
    }

    Optional<Development> development(MappingReader reader) {
        Optional<Preference> plain = preference(reader);
        List<Development.Beside> beside = new ArrayList<>();
        for (MappingReader other : reader.mappings("beside")) {
            Optional<Alternative> deployed = other.requiredChoice("deployed", alternatives, Alternative::id);
            Optional<Preference> preference = preference(other);
            if (deployed.isPresent() && preference.isPresent()) {
                beside.add(new Development.Beside(deployed.get(), preference.get()));
            }
            other.rejectUnknownKeys();
        }
        reader.rejectUnknownKeys();
        return plain.map(preference -> new Development(preference, beside));
    }

    private Optional<Preference> preference(MappingReader reader) {
        Optional<Alternative> alternative = reader.requiredChoice("alternative", alternatives, Alternative::id);
        String because = reader.requiredText("because");
        String source = reader.requiredText("source");
        return alternative.map(chosen -> new Preference(chosen, because, source));
    }

    NotNeeded notNeeded(MappingReader reader) {
        NotNeeded notNeeded = new NotNeeded(
                guards.required(reader),
                reader.requiredText("because"),
                reader.requiredText("instead"),
                steps(reader),
                reader.requiredText("source"));
        reader.rejectUnknownKeys();
        return notNeeded;
    }

    private List<String> steps(MappingReader reader) {
        reader.requiredNode("steps");
        List<String> steps = new ArrayList<>();
        for (Node item : reader.items("steps")) {
            if (item instanceof ScalarNode step) {
                steps.add(step.text());
            } else {
                problems.at(item.span(), "A step must be a sentence, not " + item.kindName() + ".");
            }
        }
        return steps;
    }
}
