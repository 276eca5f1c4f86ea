package dev.transportadvisor.cli.lint;

import dev.transportadvisor.lint.Lookalike;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which files of a folder are looked into, by their names. */
final class ManifestNames {

    private static final Set<String> DOCUMENTS = Set.of("yaml", "yml", "json", "jsonc", "json5");

    /** Of Go, Jinja, ERB, EJS, Mustache, Handlebars, Liquid, Nunjucks, Twig and what a build fills in. */
    private static final Set<String> TEMPLATES = Set.of(
            "tmpl", "tpl", "gotmpl", "template", "j2", "jinja", "jinja2", "erb", "ejs", "mustache", "hbs", "liquid",
            "njk", "twig", "in");

    /** Slack's SDK for Deno asks for manifest.ts: https://docs.slack.dev/tools/deno-slack-sdk. */
    private static final Pattern PROGRAM = Pattern.compile("(?:.*[-_.])?manifest\\.(?:[cm]?[jt]sx?|py|rb)");

    private ManifestNames() {}

    static boolean isCandidate(Path file) {
        String name = name(file);
        String suffix = name.substring(name.lastIndexOf('.') + 1);
        return DOCUMENTS.contains(suffix) || TEMPLATES.contains(suffix) || isProgram(file) || isForeign(file);
    }

    /** Whether it is named as programs are that make a manifest. */
    static boolean isProgram(Path file) {
        return PROGRAM.matcher(name(file)).matches();
    }

    /** Whether it is in a language of its own that can hold a manifest. */
    static boolean isForeign(Path file) {
        return Lookalike.isForeign(name(file));
    }

    private static String name(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}
