package dev.transportadvisor.source;

import java.util.Set;

/** The words that Java keeps for itself, so that no package can be called so. */
public final class JavaWords {

    /**
     * The Java Language Specification, edition 17, §3.9 and §3.10. {@code javax.lang.model.SourceVersion} knows them,
     * too, but belongs to a module of Java's that takes 3 ms of a start to load.
     */
    private static final Set<String> RESERVED = Set.of(
            "_", "abstract", "assert", "boolean", "break", "byte", "case", "catch", "char", "class", "const",
            "continue", "default", "do", "double", "else", "enum", "extends", "false", "final", "finally", "float",
            "for", "goto", "if", "implements", "import", "instanceof", "int", "interface", "long", "native", "new",
            "null", "package", "private", "protected", "public", "return", "short", "static", "strictfp", "super",
            "switch", "synchronized", "this", "throw", "throws", "transient", "true", "try", "void", "volatile",
            "while");

    private JavaWords() {}

    public static boolean isReserved(String word) {
        return RESERVED.contains(word);
    }
}
