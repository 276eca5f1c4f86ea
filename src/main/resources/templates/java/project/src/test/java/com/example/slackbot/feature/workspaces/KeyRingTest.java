package com.example.slackbot.feature.workspaces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {
    static final String OLD = Base64.getEncoder().encodeToString("an old key of just 32 characters".getBytes());
    static final String NEW = Base64.getEncoder().encodeToString("a newer one, of 32 characters...".getBytes());

    private final KeyRing keys = new KeyRing(OLD);

    @Test
    void opensWhatItHasLocked() {
        String locked = keys.lock("xoxb-secret", "T1 bot");

        assertEquals("xoxb-secret", keys.open(locked, "T1 bot"));
        assertFalse(locked.contains("xoxb"), locked);
        assertNotEquals(locked, keys.lock("xoxb-secret", "T1 bot"), "the nonce is another one each time");
    }

    @Test
    void opensNothingElsewhere() {
        String locked = keys.lock("xoxb-secret", "T1 bot");

        assertThrows(IllegalStateException.class, () -> keys.open(locked, "T2 bot"));
    }

    @Test
    void opensNothingThatWasChanged() {
        char[] locked = keys.lock("xoxb-secret", "T1 bot").toCharArray();
        int last = locked.length - 5;
        locked[last] = locked[last] == 'A' ? 'B' : 'A';

        assertThrows(IllegalStateException.class, () -> keys.open(new String(locked), "T1 bot"));
    }

    @Test
    void aNewKeyLocksWhileTheOldOneStillOpens() {
        String old = keys.lock("xoxb-secret", "T1 bot");
        KeyRing both = new KeyRing(NEW + ", " + OLD);

        assertEquals("xoxb-secret", both.open(old, "T1 bot"));
        assertTrue(both.isOld(old));
        assertFalse(both.isOld(both.lock("xoxb-secret", "T1 bot")));
    }

    @Test
    void namesTheKeyThatIsMissingAndShowsNone() {
        String locked = keys.lock("xoxb-secret", "T1 bot");
        KeyRing other = new KeyRing(NEW);

        String message =
                assertThrows(IllegalStateException.class, () -> other.open(locked, "T1 bot")).getMessage();

        assertTrue(message.startsWith("TOKEN_KEY lacks the key " + locked.split(":")[0]), message);
        assertFalse(message.contains(OLD) || message.contains(NEW), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "no base64!", ","})
    void takesKeysOf32BytesOnly(String encoded) {
        assertThrows(IllegalArgumentException.class, () -> new KeyRing(encoded));
    }
}
