package dev.transportadvisor.lint;

import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.Manifest;
import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.Position;
import dev.transportadvisor.source.Problem;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SourceFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a manifest is made from or wrapped in, and is none itself.
 *
 * @param start where that shows, as a 0-based UTF-16 offset
 * @param advice what it is, and what to do
 */
public record Lookalike(int start, String advice) {

    /** After https://docs.slack.dev/tools/slack-cli/reference/commands/slack_manifest_info. */
    private static final String PROGRAM = "This is a program that makes a manifest. Check what it prints:"
            + " `slack manifest info --source local > manifest.json`, then lint manifest.json.";

    private static final String TEMPLATE =
            "This is a template that a manifest is made from. Render it, and lint what comes out.";

    private static final String COMMENT = "This is JSON with comments, which no manifest has. Take the comments out,"
            + " or write YAML, where `#` begins one.";

    /** Where a manifest stands in what Slack's methods take and answer, after their pages. */
    private static final String WRAPPED = "This holds a manifest under `manifest`, as apps.manifest.export answers it."
            + " Take it out: `jq .manifest answer.json > manifest.json`, then lint manifest.json.";

    private static final String WRAPPED_TEXT = "This holds a manifest as text, as apps.manifest.create takes it."
            + " Take it out: `jq -r .manifest request.json > manifest.json`, then lint manifest.json.";

    /** After https://kubernetes.io/docs/concepts/configuration/configmap/ and https://mikefarah.gitbook.io/yq. */
    private static final String CONFIG_MAP = "This is a ConfigMap, of which a manifest is one file. Take that out:"
            + " `yq '.data[\"%s\"]' configmap.yaml > manifest.yaml`, then lint manifest.yaml.";

    /** The name of a file that needs no quotes anywhere. */
    private static final Pattern FILE_NAME = Pattern.compile("[\\w.-]{1,40}");

    /** A language that can hold a manifest, and that Slack does not read. */
    private record Language(Set<String> suffixes, Pattern manifest, String advice) {}

    /**
     * After https://jsonnet.org/ref/language.html, https://toml.io/en/v1.0.0,
     * https://developer.hashicorp.com/terraform/cli/commands/output and https://pkg.go.dev/github.com/slack-go/slack.
     */
    private static final List<Language> LANGUAGES = List.of(
            new Language(
                    Set.of("jsonnet", "libsonnet"),
                    Pattern.compile("(?m)(?<=^|[{,\"'\\s])display_information[\"']?\\s*\\+?:"),
                    "This is Jsonnet that makes a manifest. Check what it makes:"
                            + " `jsonnet manifest.jsonnet > manifest.json`, then lint manifest.json."),
            new Language(
                    Set.of("tf"),
                    Pattern.compile("(?m)(?<=^|[{,\"\\s])display_information\"?\\s*[=:]"),
                    "This is Terraform that makes a manifest. Check what it makes: give it to an output, run"
                            + " `terraform output -raw manifest > manifest.json`, then lint manifest.json."),
            new Language(
                    Set.of("toml"),
                    Pattern.compile("(?m)^[ \\t]*\\[?[ \\t]*[\"']?display_information[\"']?[ \\t]*[.=\\]]"),
                    "This is a manifest in TOML. Slack reads YAML and JSON: write it in one of these."),
            new Language(
                    Set.of("go"),
                    Pattern.compile("\\bslack\\.Manifest\\{"),
                    "This is a program that makes a manifest. Let it print that as JSON, and lint what it prints."));

    private static final Pattern CALL =
            Pattern.compile("(?m)^[ \\t]*(?:export\\s+default\\s+|return\\s+"
                    + "|(?:export\\s+)?(?:const|let|var)\\s+\\w+\\s*(?::\\s*[\\w.]{1,60}\\s*)?=\\s*)"
                    + "(?:Manifest\\s*\\(|defineManifest\\s*\\(|\\{)|^[ \\t]*module\\.exports\\s*="
                    + "|^[A-Za-z_]\\w*\\s*=\\s*(?:json\\.dumps\\()?\\{");

    /** Branches, loops and comments, which no placeholder has. */
    private static final Pattern DIRECTIVE = Pattern.compile(
            "\\{%|\\{#|\\{\\{[-#/^]|\\{\\{\\s*(?:if|else|end|range|with|define|include|template|block)\\b|<%(?!=)");

    /** What begins a placeholder that neither YAML nor JSON can read without quotes. */
    private static final Pattern UNQUOTED = Pattern.compile("\\{\\{|@[A-Za-z_][\\w.-]*@|%[A-Za-z_]\\w*%");

    /** The name by which programs import Slack's SDK: https://docs.slack.dev/tools/deno-slack-sdk. */
    private static final String SDK = "deno-slack-sdk";

    /** Whether a file is in a language that can hold a manifest, by the end of its name. */
    public static boolean isForeign(String path) {
        return language(path).isPresent();
    }

    /** What a text is in a language that Slack does not read, if a manifest is in it. */
    public static Optional<Lookalike> foreign(SourceFile file) {
        return language(file.path()).flatMap(language -> found(language.manifest, file, language.advice));
    }

    private static Optional<Language> language(String path) {
        String suffix = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return LANGUAGES.stream()
                .filter(language -> language.suffixes.contains(suffix))
                .findFirst();
    }

    /** What the text of a program makes, if that is a manifest. */
    public static Optional<Lookalike> program(SourceFile file) {
        boolean isOfSlack = file.text().contains(SDK) || file.text().contains(Manifest.HALLMARK);
        return isOfSlack ? found(CALL, file, PROGRAM) : Optional.empty();
    }

    /** What a text is instead that is no document. */
    static Optional<Lookalike> unparsed(SourceFile file, Problem problem) {
        Optional<Position> place = problem.location().map(location -> location.span().start());
        return Stream.of(
                        found(CALL, file, PROGRAM),
                        found(DIRECTIVE, file, TEMPLATE),
                        place.flatMap(at -> unquoted(file, at)),
                        place.filter(at -> isComment(file, at)).map(at -> new Lookalike(at.offset(), COMMENT)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What a document is that holds a manifest, and is none. To YAML a short program may be one long word. */
    static Optional<Lookalike> parsed(Manifest manifest) {
        if (manifest.root() instanceof ScalarNode) {
            return program(manifest.file());
        }
        return manifest.wrapped()
                .map(inner -> new Lookalike(inner.key().orElseThrow().span().start().offset(), advice(inner)));
    }

    private static String advice(Field inner) {
        String key = inner.key().orElseThrow().text();
        if (inner.pointer().startsWith("/data/")) {
            return CONFIG_MAP.formatted(FILE_NAME.matcher(key).matches() ? key : "KEY");
        }
        return inner.text().isPresent() ? WRAPPED_TEXT : WRAPPED;
    }

    private static Optional<Lookalike> found(Pattern pattern, SourceFile file, String advice) {
        Matcher matcher = pattern.matcher(file.text());
        return matcher.find() ? Optional.of(new Lookalike(matcher.start(), advice)) : Optional.empty();
    }

    private static Optional<Lookalike> unquoted(SourceFile file, Position at) {
        String text = file.text();
        int before = at.offset() - 1;
        int lineStart = Math.max(text.lastIndexOf('\n', before), text.lastIndexOf('\r', before)) + 1;
        Matcher placeholder = UNQUOTED.matcher(file.line(at.line()));
        return placeholder.find()
                ? Optional.of(new Lookalike(lineStart + placeholder.start(), TEMPLATE))
                : Optional.empty();
    }

    private static boolean isComment(SourceFile file, Position at) {
        return DocumentReader.isJson(file)
                && (file.text().startsWith("//", at.offset()) || file.text().startsWith("/*", at.offset()));
    }
}
