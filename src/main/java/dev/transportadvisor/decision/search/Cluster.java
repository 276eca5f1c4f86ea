package dev.transportadvisor.decision.search;

import dev.transportadvisor.decision.evaluation.Part;
import dev.transportadvisor.decision.table.InputClause;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Parts of a table that hang together through questions that they share.
 *
 * @param members the places of its parts among all
 * @param parts the parts themselves
 */
record Cluster(List<Integer> members, List<Part> parts) {

    Cluster {
        members = List.copyOf(members);
        parts = List.copyOf(parts);
    }

    List<InputClause> inputs() {
        return parts.stream().flatMap(part -> part.inputs().stream()).distinct().toList();
    }

    /** The questions of more than one of its parts; the others concern one part only. */
    List<InputClause> shared() {
        return inputs().stream()
                .filter(input -> parts.stream().filter(part -> part.inputs().contains(input)).count() > 1)
                .toList();
    }

    private boolean touches(Part part) {
        return inputs().stream().anyMatch(part.inputs()::contains);
    }

    /** Parts that share a question, directly or through others, come to lie in one cluster. */
    static List<Cluster> of(List<Part> parts) {
        List<Cluster> clusters = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            List<Integer> members = new ArrayList<>(List.of(i));
            for (Cluster touching :
                    clusters.stream().filter(cluster -> cluster.touches(part)).toList()) {
                members.addAll(touching.members);
                clusters.remove(touching);
            }
            clusters.add(new Cluster(members, members.stream().map(parts::get).toList()));
        }
        return clusters;
    }

    /** The place in the cluster of a part of the table. */
    int place(int member) {
        return IntStream.range(0, members.size())
                .filter(i -> members.get(i) == member)
                .findFirst()
                .orElseThrow();
    }
}
