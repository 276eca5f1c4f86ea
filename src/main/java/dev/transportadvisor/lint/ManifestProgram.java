package dev.transportadvisor.lint;

import dev.transportadvisor.source.SourceFile;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A program that makes a manifest, such as the manifest.ts of Slack's SDK for Deno: it is none itself. */
final class ManifestProgram {

    /** What to do, after https://docs.slack.dev/tools/slack-cli/reference/commands/slack_manifest_info. */
    static final String ADVICE = "This is a program that makes a manifest. Check what it prints:"
            + " `slack manifest info --source local > manifest.json`, then lint manifest.json.";

    private static final Pattern CALL =
            Pattern.compile("(?m)^[ \\t]*(?:export\\s+default\\s+|(?:export\\s+)?const\\s+\\w+\\s*=\\s*|return\\s+)"
                    + "(?:Manifest\\s*\\(|defineManifest\\s*\\(|\\{)|^[ \\t]*module\\.exports\\s*=");

    private ManifestProgram() {}

    /** Where a text that is no document makes one; empty if it does not look like such a program. */
    static Optional<Integer> placeIn(SourceFile file) {
        return CALL.matcher(file.text()).results().findFirst().map(MatchResult::start);
    }
}
