package dev.transportadvisor.simulator.web;

import dev.transportadvisor.simulator.slack.TokenKind;
import dev.transportadvisor.source.BuiltinFiles;
import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Problems;
import dev.transportadvisor.source.SourceFile;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The scopes that the methods of the Web API need, of which any one is enough.
 *
 * @param byMethod by the method's name and the kind of token
 */
public record MethodScopes(Map<String, Map<TokenKind, List<String>>> byMethod) {

    private static final Map<String, List<TokenKind>> TOKENS = Map.of(
            "scopes", List.of(TokenKind.BOT, TokenKind.USER),
            "bot", List.of(TokenKind.BOT),
            "user", List.of(TokenKind.USER),
            "app", List.of(TokenKind.APP));

    public static MethodScopes builtin() {
        return read(BuiltinFiles.read("rules/web-api-methods.yaml"));
    }

    /**
     * Reads {@code rules/web-api-methods.yaml}, whose head says what its keys mean.
     *
     * @throws dev.transportadvisor.source.InputException if a part is missing or wrong
     */
    static MethodScopes read(SourceFile file) {
        Problems problems = new Problems(file);
        MappingReader root = new MappingReader("the file", DocumentReader.read(file), problems);
        root.requiredChoice("schema", List.of("1"), schema -> schema);
        root.requiredText("source");
        Map<String, Map<TokenKind, List<String>>> byMethod = new HashMap<>();
        root.mappings("groups").forEach(group -> add(group, byMethod));
        root.rejectUnknownKeys();
        problems.throwIfAny();
        return new MethodScopes(byMethod);
    }

    private static void add(MappingReader group, Map<String, Map<TokenKind, List<String>>> byMethod) {
        Map<TokenKind, List<String>> scopes = new EnumMap<>(TokenKind.class);
        TOKENS.forEach((key, tokens) -> {
            List<String> named = group.texts(key);
            tokens.stream().filter(token -> !named.isEmpty()).forEach(token -> scopes.put(token, named));
        });
        group.texts("methods").forEach(method -> byMethod.put(method, scopes));
        group.rejectUnknownKeys();
    }

    /** None if the method needs no scope with this token. */
    List<String> of(String method, TokenKind token) {
        return byMethod.getOrDefault(method, Map.of()).getOrDefault(token, List.of());
    }
}
