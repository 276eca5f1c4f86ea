package dev.transportadvisor.report.finding;

import dev.transportadvisor.diagnostic.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Tells the findings of a report apart by what they are about, not by their lines, so that a finding that moves
 * keeps its fingerprint. Findings that agree in file, rule and pointer are numbered in their order.
 */
final class Fingerprint {

    private final Map<String, Integer> seen = new HashMap<>();

    /** The fingerprint of the next finding: 64 hexadecimal digits. */
    String of(Diagnostic finding) {
        String identity = String.join(
                "\n", finding.location().path(), finding.rule().id(), finding.pointer());
        int number = seen.merge(identity, 1, Integer::sum);
        byte[] text = (identity + "\n" + number).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256().digest(text));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
