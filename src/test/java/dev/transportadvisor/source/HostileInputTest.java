package dev.transportadvisor.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.fail;

import dev.transportadvisor.testing.HostileBytes;
import dev.transportadvisor.testing.Slow;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes, reading ends in a tree or in an {@link InputException} that points into the text. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileInputTest {

    private static final List<String> SEEDS = List.of(
            "schema: 1\nbot:\n  name: deploy-bot # why\n  summary: 'Starts \"it\"'\nneeds:\n  serverless: no\n",
            "display_information:\n"
                    + "  name: Bot\n"
                    + "settings:\n"
                    + "  event_subscriptions:\n"
                    + "    bot_events:\n"
                    + "      - app_mention\n"
                    + "      - message.im\n",
            "a: &x {b: 1, c: [d, e]}\nf: *x\ng:\n  <<: *x\n",
            "text: |\n  one\n  two\nfolded: >-\n  three\n\n  four\n",
            "? key\n: value\n? [a]\n: - b\n  - c\n",
            "--- !!map\na: !!str 5\nb: !custom x\n...\n",
            "%YAML 1.1\n%TAG !e! tag:example,2002:\n---\na: \"\\u263A \\x41 \\\n  b\"\n",
            "😀: [😀, 'ü', \"\\U0001F600\"]\r\nb: c\rd: \u2028e\u0085f\r\n",
            "[[[[[[[[a, {b: {c: {d: [e]}}}]]]]]]]]",
            "{\"a\": 1, \"b\\/\\ud83d\\ude00\": [true, false, null, -1.5e3, \"x\\n\"], \"c\": {}}",
            "[{\"k\": \"v\"}, {\"k\": \"😀\"}, [], [[[1]]], \"\\\\\", \"\\\"\"]",
            "\uFEFF{\n  \"features\": {\n    \"bot_user\": {\"display_name\": \"x\"}\n  }\n}\n");

    private static final List<String> SPECIALS = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ": ",
            ",",
            "-",
            "- ",
            "?",
            "? ",
            "&a",
            "&a ",
            "*a",
            "!",
            "!!",
            "!<",
            ">",
            "|",
            "%",
            "@",
            "`",
            "'",
            "\"",
            "#",
            " #",
            "\\",
            "\\u",
            "\\ud83d",
            "\n",
            "\r",
            "\r\n",
            "\t",
            " ",
            "  ",
            "---\n",
            "...\n",
            "<<",
            "~",
            "0",
            "-1e",
            "\u0085",
            "\u2028",
            "\uFEFF",
            "😀",
            "\0",
            "\u0001",
            "//",
            "/*",
            "NaN",
            "[[[[[[[[[[",
            "{a: ",
            "- - - - ",
            "\n\n\n");

    @ParameterizedTest
    @ValueSource(strings = {"f.yaml", "f.json", "-"})
    void onlyInputExceptionsComeOut(String path) {
        check(path, 2_000);
    }

    @Slow
    @ParameterizedTest
    @ValueSource(strings = {"f.yaml", "f.json", "-"})
    void onlyInputExceptionsComeOutOfManyMore(String path) {
        check(path, 15_000);
    }

    private static void check(String path, int inputs) {
        Random random = new Random(20260101);
        for (int i = 0; i < inputs; i++) {
            byte[] input = SEEDS.get(random.nextInt(SEEDS.size())).getBytes(UTF_8);
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                input = mutated(input, random);
            }
            check(path, input);
        }
    }

    private static byte[] mutated(byte[] input, Random random) {
        int at = random.nextInt(input.length + 1);
        int to = at + random.nextInt(input.length - at + 1);
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(input, at);
            case 1 -> joined(Arrays.copyOf(input, at), Arrays.copyOfRange(input, to, input.length));
            case 2 -> joined(input, Arrays.copyOfRange(input, at, to));
            case 3 -> flipped(input, random);
            default ->
                joined(
                        Arrays.copyOf(input, at),
                        SPECIALS.get(random.nextInt(SPECIALS.size())).getBytes(UTF_8),
                        Arrays.copyOfRange(input, at, input.length));
        };
    }

    private static byte[] flipped(byte[] input, Random random) {
        byte[] copy = input.clone();
        if (copy.length > 0) {
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static void check(String path, byte[] input) {
        try {
            HostileBytes.read(input, path, Documents::checkSpans);
        } catch (RuntimeException | StackOverflowError e) {
            fail("for the bytes " + Arrays.toString(input) + "\n" + new String(input, UTF_8), e);
        }
    }
}
