package com.example.slackbot.feature.privatesystems;

import com.example.slackbot.runtime.StartupException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads permissions.yaml. Whatever it does not understand ends the start: a misspelt word must not open a door. */
final class PermissionsFile {
    private static final String RESOURCE = "/permissions.yaml";
    private static final String EVERYONE = "everyone";
    private static final String SECOND_PERSON = "second-person";
    private static final Pattern USER = Pattern.compile("[UW][A-Z0-9]+");
    private static final Pattern GROUP = Pattern.compile("S[A-Z0-9]+");
    private static final Pattern CHANNEL = Pattern.compile("[CGD][A-Z0-9]+");

    private final Set<String> words;
    private final List<Operation> operations;
    private final List<String> problems = new ArrayList<>();

    private PermissionsFile(Set<String> words, List<Operation> operations) {
        this.words = words;
        this.operations = operations;
    }

    /**
     * @param file or null, for the one in the jar
     * @param words what it may speak of, whether or not it can be done here
     * @param operations what can be done here
     */
    static WhoMay read(String file, Set<String> words, List<Operation> operations) throws StartupException {
        try (InputStream text = file == null
                ? PermissionsFile.class.getResourceAsStream(RESOURCE)
                : Files.newInputStream(Path.of(file))) {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            return new PermissionsFile(words, operations).parse(new Yaml(new SafeConstructor(options)).load(text));
        } catch (IOException | InvalidPathException e) {
            throw unreadable("PERMISSIONS_FILE names no file that this process can read.");
        } catch (YAMLException e) {
            throw unreadable("expected YAML, each key once, in the file that PERMISSIONS_FILE names, or else in"
                    + " permissions.yaml of the jar" + line(e) + ".");
        }
    }

    private static StartupException unreadable(String why) {
        return StartupException.wrongSettings(List.of("The permissions cannot be read: " + why));
    }

    /** Where the trouble is, without a word of what stands there. */
    private static String line(YAMLException e) {
        Mark mark = e instanceof MarkedYAMLException marked ? marked.getProblemMark() : null;
        return mark == null ? "" : "; see line " + (mark.getLine() + 1);
    }

    /** @param yaml what the file holds; null when it is empty */
    private WhoMay parse(Object yaml) throws StartupException {
        WhoMay permissions = permissions(yaml);
        if (!problems.isEmpty()) {
            throw StartupException.wrongSettings(problems);
        }
        return permissions;
    }

    private WhoMay permissions(Object yaml) {
        Map<?, ?> top = map("the file", yaml, Set.of("ask", "operations"));
        Map<String, WhoMay.Rule> rules = new HashMap<>();
        map("operations", top.get("operations"), words)
                .forEach((name, rule) -> rules.put(String.valueOf(name), rule(String.valueOf(name), rule)));
        Object ask = top.get("ask");
        if (top.containsKey("ask") && !(ask instanceof String)) {
            problems.add("permissions.yaml, ask is wrong: expected a text.");
        }
        return new WhoMay(ask instanceof String text ? text : "the owner of the bot", rules);
    }

    private WhoMay.Rule rule(String name, Object yaml) {
        Map<?, ?> rule = map(name, yaml, Set.of("users", "groups", "channels", "approval"));
        boolean everyone = EVERYONE.equals(rule.get("users"));
        if (everyone && isA(Change.class, name)) {
            problems.add("permissions.yaml, " + name + ": it changes something, so name its users or groups.");
        }
        Object approval = rule.get("approval");
        if (rule.containsKey("approval") && !SECOND_PERSON.equals(approval)) {
            problems.add("permissions.yaml, " + name + ": approval is wrong: expected second-person.");
        } else if (approval != null && isA(Question.class, name)) {
            problems.add("permissions.yaml, " + name + ": it changes nothing, so that nobody is asked to approve it.");
        }
        return new WhoMay.Rule(
                everyone,
                everyone ? Set.of() : ids(name, "users", USER, rule),
                ids(name, "groups", GROUP, rule),
                ids(name, "channels", CHANNEL, rule),
                approval != null);
    }

    private boolean isA(Class<? extends Operation> kind, String name) {
        return operations.stream().anyMatch(operation -> operation.name().equals(name) && kind.isInstance(operation));
    }

    private Set<String> ids(String name, String key, Pattern shape, Map<?, ?> rule) {
        if (!rule.containsKey(key)) {
            return Set.of();
        }
        Set<String> ids = new HashSet<>();
        List<?> values = rule.get(key) instanceof List<?> list ? list : List.of();
        values.stream().filter(id -> id instanceof String text && shape.matcher(text).matches())
                .forEach(id -> ids.add((String) id));
        if (ids.isEmpty() || ids.size() != values.size()) {
            problems.add("permissions.yaml, " + name + ": " + key
                    + " is wrong: expected a list of Slack's ids, each like " + shape.pattern() + ".");
        }
        return ids;
    }

    private Map<?, ?> map(String what, Object yaml, Set<String> keys) {
        if (!(yaml instanceof Map<?, ?> map)) {
            if (yaml != null) {
                problems.add("permissions.yaml, " + what + ": expected a mapping.");
            }
            return Map.of();
        }
        map.keySet().stream().filter(key -> !keys.contains(String.valueOf(key))).forEach(key -> problems.add(
                "permissions.yaml, " + what + ": " + key + " is unknown: expected "
                        + String.join(", ", keys.stream().sorted().toList()) + "."));
        return map;
    }
}
