package dev.transportadvisor.decision.search;

import dev.transportadvisor.decision.evaluation.Part;
import dev.transportadvisor.decision.table.InputClause;
import java.util.ArrayList;
import java.util.List;

/** Questions that hang together through the parts of a table that they feed. */
record Cluster(List<InputClause> inputs, List<Part> parts) {

    Cluster {
        inputs = List.copyOf(inputs);
        parts = List.copyOf(parts);
    }

    private boolean shares(List<InputClause> others) {
        return inputs.stream().anyMatch(others::contains);
    }

    /** Parts that share a question, directly or through others, come to lie in one cluster. */
    static List<Cluster> of(List<Part> parts) {
        List<Cluster> clusters = new ArrayList<>();
        for (Part part : parts) {
            List<InputClause> inputs = new ArrayList<>(part.inputs());
            List<Part> together = new ArrayList<>(List.of(part));
            for (Cluster touching : List.copyOf(clusters)) {
                if (touching.shares(part.inputs())) {
                    touching.inputs.stream().filter(input -> !inputs.contains(input)).forEach(inputs::add);
                    together.addAll(touching.parts);
                    clusters.remove(touching);
                }
            }
            clusters.add(new Cluster(inputs, together));
        }
        return clusters;
    }
}
