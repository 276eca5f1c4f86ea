package dev.transportadvisor.manifest;

import dev.transportadvisor.source.ScalarNode;

/** The version of the manifest's own format: {@code _metadata.major_version}. */
public enum ManifestVersion {
    V1,
    V2;

    private static final FieldPath FIELD = FieldPath.of("/_metadata/major_version");

    /** What a manifest says of itself. Slack takes everything but 2, even nothing, for 1. */
    static ManifestVersion of(Field document) {
        return FIELD.in(document).stream().anyMatch(ManifestVersion::isTwo) ? V2 : V1;
    }

    private static boolean isTwo(Field version) {
        return version.value() instanceof ScalarNode number
                && number.kind() == ScalarNode.Kind.NUMBER
                && number.text().equals("2");
    }
}
