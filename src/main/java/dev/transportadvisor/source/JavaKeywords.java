package dev.transportadvisor.source;

import java.util.Set;

/**
 * The words that name nothing in Java 17, neither a package nor a class: its keywords and literals, by
 * https://docs.oracle.com/javase/specs/jls/se17/html/jls-3.html#jls-3.9. {@link javax.lang.model.SourceVersion} knows
 * them as well, but to load it takes a twentieth of a scaffold's time.
 */
public final class JavaKeywords {

    private static final Set<String> ALL = Set.of(
            ("abstract assert boolean break byte case catch char class const continue default do double else enum extends"
                            + " false final finally float for goto if implements import instanceof int interface long"
                            + " native new null package private protected public return short static strictfp super"
                            + " switch synchronized this throw throws transient true try void volatile while _")
                    .split(" "));

    private JavaKeywords() {}

    public static boolean contain(String word) {
        return ALL.contains(word);
    }
}
