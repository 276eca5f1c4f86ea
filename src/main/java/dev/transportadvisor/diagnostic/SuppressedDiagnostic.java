package dev.transportadvisor.diagnostic;

/**
 * A finding that somebody has decided to live with.
 *
 * @param justification why, in a sentence
 */
public record SuppressedDiagnostic(Diagnostic finding, Kind kind, String justification) {

    /** Where the decision is on record; the words are SARIF's. */
    public enum Kind {
        /** In the file itself. */
        IN_SOURCE("inSource"),
        /** In another file. */
        EXTERNAL("external");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
