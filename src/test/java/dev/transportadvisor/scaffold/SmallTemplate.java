package dev.transportadvisor.scaffold;

import dev.transportadvisor.source.SourceFile;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A template of the tests' own: a kitchen that can have an oven, a fridge, both, or a campfire instead of them. */
final class SmallTemplate {

    static final String LIST = """
            schema: 2
            id: tiny
            title: Nothing but text
            names:
              - {text: my-bot, is: bot, as: kebab}
              - {text: my_bot, is: bot, as: snake}
              - {text: org.my.bot, is: package, as: dotted}
              - {text: org/my/bot, is: package, as: slashed}
              - {text: Says hello, is: summary}
              - {text: Chosen by hand., is: decision}
              - {text: "replicas: [7]", is: replicas}
              - {text: "over [socket-mode]", is: transport}
              - {text: "manifest_yaml=[here]", is: manifest}
            reserved: [clean_up]
            commands: {build: make, test: make test, start: ./start.sh}
            executables: [start.sh]
            choices:
              transport: {socket-mode: choice/socket-mode, events-api: choice/events-api}
              place: {default: choice/house, campfire: choice/wood}
            features:
              - {id: oven, summary: It bakes}
              - {id: cold-box, summary: It cools, needs: [oven], json: {list.json: [/things/1, /cold]}}
              - {id: campfire, summary: It burns, choices: {transport: [events-api]}, excludes: [oven]}
            """;

    static final Map<String, String> FILES = Map.of(
            "template.yaml", LIST,
            "project/start.sh", "#!/bin/sh\n# region oven\nheat\n# endregion\nrun my-bot over socket-mode\n",
            "project/README.md", "my-bot: Says hello. Chosen by hand. manifest_yaml=here\n",
            "project/org/my/bot/Bot.java",
                    "package org.my.bot;\n  // region oven cold-box\n  both();\n  // endregion\nmy_bot();\n",
            "project/feature/coldbox/Box.java", "// region campfire\nmelt();\n// endregion\ncool();\n",
            "project/deploy/oven/oven.yaml", "replicas: 7\n",
            "project/list.json", "{\"things\": [\"plate\", \"ice\"], \"cold\": true}\n",
            "choice/socket-mode/manifest.yaml", "about: \"Says hello\"\n",
            "choice/events-api/manifest.yaml", "url: my-bot\n",
            "choice/wood/wood.txt", "wood\n");

    private SmallTemplate() {}

    static Template read() {
        return read(Map.of());
    }

    /** @param others take the place of files, or join them */
    static Template read(Map<String, String> others) {
        SortedMap<String, String> all = new TreeMap<>(FILES);
        all.putAll(others);
        return Template.read(Map.of(), files(all));
    }

    static Map<String, SourceFile> files(Map<String, String> texts) {
        return texts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, file -> new SourceFile(file.getKey(), file.getValue())));
    }
}
