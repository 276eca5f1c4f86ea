package dev.transportadvisor.report.knowledge;

import dev.transportadvisor.manifest.FieldType;
import dev.transportadvisor.manifest.Range;
import java.util.stream.Collectors;

/** What may stand in a field, in a few words. */
final class FieldWords {

    private FieldWords() {}

    static String of(FieldType type) {
        if (type instanceof FieldType.Plain plain) {
            return plain(plain);
        } else if (type instanceof FieldType.Text text) {
            String length = range(text.length(), " characters");
            return "text" + (length.isEmpty() ? "" : " of " + length)
                    + text.pattern().map(pattern -> " that must " + pattern.means()).orElse("");
        } else if (type instanceof FieldType.Words words) {
            return "one of: " + String.join(", ", words.words());
        } else if (type instanceof FieldType.WholeNumber whole) {
            return ("a whole number " + range(whole.range(), "")).strip();
        } else if (type instanceof FieldType.Items list) {
            String count = range(list.count(), " entries");
            return "a list" + (count.isEmpty() ? "" : " of " + count) + ", each " + of(list.item());
        } else if (type instanceof FieldType.Named mapping) {
            String count = range(mapping.count(), " entries");
            return "a mapping" + (count.isEmpty() ? "" : " of " + count) + ", under names of your own choice";
        } else if (type instanceof FieldType.AnyOf anyOf) {
            return anyOf.alternatives().stream().map(FieldWords::of).collect(Collectors.joining(", or "));
        } else if (type instanceof FieldType.ByVersion byVersion) {
            return byVersion(byVersion);
        } else if (type instanceof FieldType.Disputed disputed) {
            return of(disputed.documented()) + " (Slack's schema and its reference disagree: "
                    + disputed.because().replaceAll("\\.$", "") + ")";
        }
        return "a mapping";
    }

    private static String plain(FieldType.Plain plain) {
        return switch (plain) {
            case FLAG -> "true or false";
            case MAPPING -> "a mapping";
            case VALUE -> "any value";
            case ANYTHING -> "anything";
        };
    }

    private static String byVersion(FieldType.ByVersion type) {
        String v1 = type.v1().map(known -> of(known) + " in version 1").orElse("");
        String v2 = type.v2().map(known -> of(known) + " in version 2").orElse("");
        return v1 + (v1.isEmpty() || v2.isEmpty() ? "" : ", ") + v2 + (v1.isEmpty() || v2.isEmpty() ? " only" : "");
    }

    private static String range(Range range, String unit) {
        if (range.equals(Range.ANY)) {
            return "";
        } else if (range.most() == Integer.MAX_VALUE) {
            return range.least() + " and more" + unit;
        }
        return range.least() + " to " + range.most() + unit;
    }
}
