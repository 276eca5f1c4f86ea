package dev.transportadvisor.decision.table;

import java.util.List;

/**
 * What to choose for development, where the deployment need not be the same.
 *
 * @param plain what to choose beside most alternatives
 * @param beside what to choose beside a certain one
 */
public record Development(Preference plain, List<Beside> beside) {

    /** A preference for those who deploy an alternative. */
    public record Beside(Alternative deployed, Preference preference) {}

    public Development {
        beside = List.copyOf(beside);
    }

    public Preference of(Alternative deployed) {
        return beside.stream()
                .filter(row -> row.deployed() == deployed)
                .map(Beside::preference)
                .findFirst()
                .orElse(plain);
    }
}
