package dev.transportadvisor.drill.process;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is to be found of a text wherever it stands in Base64, as behind a name in {@code Authorization: Basic}. Three
 * bytes make four digits, so there are three ways in which it can begin, and the digits at its ends belong in part to
 * its neighbours.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4648#section-4">RFC 4648</a>
 */
record Base64Form(String digits) {

    private static final int BYTES = 3;

    /** How many digits a neighbour of so many bytes in front has a part in. */
    private static final int[] SHARED = {0, 2, 3};

    /** In both alphabets, where they differ. */
    static Stream<Base64Form> of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return IntStream.range(0, BYTES)
                .mapToObj(before -> digits(bytes, before))
                .flatMap(digits -> Stream.of(digits, digits.replace('+', '-').replace('/', '_')))
                .distinct()
                .map(Base64Form::new);
    }

    private static String digits(byte[] bytes, int before) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String digits = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int sharedBehind = shifted.length % BYTES == 0 ? 0 : 1;
        return digits.substring(SHARED[before], digits.length() - sharedBehind);
    }

    /** The whole run of digits that it stands in, which holds the rest of it; looked for from its begin alone. */
    String pattern() {
        return "(?<![\\w+/-])[\\w+/-]*" + Pattern.quote(digits) + "[\\w+/-]*={0,2}";
    }
}
