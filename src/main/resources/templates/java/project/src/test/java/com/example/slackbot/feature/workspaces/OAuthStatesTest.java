package com.example.slackbot.feature.workspaces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.slackbot.feature.inbox.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The same in both databases. */
@ParameterizedClass
@EnumSource
class OAuthStatesTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Parameter
    TestDatabase kind;

    @TempDir
    Path directory;

    private OAuthStates states;

    @BeforeEach
    void open() {
        states = new OAuthStates(kind.in(directory));
    }

    @Test
    void twoAreNeverTheSame() throws Exception {
        assertNotEquals(states.begin(MINUTE), states.begin(MINUTE));
    }

    @Test
    void oneIsGoodOnce() throws Exception {
        String state = states.begin(MINUTE);

        assertFalse(states.take("another"));
        assertTrue(states.take(state));
        assertFalse(states.take(state));
    }

    @Test
    void ofTwoWhoBringOneAtOnceOneHasIt() throws Exception {
        String state = states.begin(MINUTE);

        List<Boolean> taken = TokenStoreTest.atOnce(() -> states.take(state));

        assertEquals(1, taken.stream().filter(one -> one).count(), taken.toString());
    }

    @Test
    void ofTooManyTheOldestGo() throws Exception {
        states = new OAuthStates(kind.in(directory), 2);
        String first = states.begin(MINUTE.multipliedBy(2));
        String second = states.begin(MINUTE.multipliedBy(3));
        String third = states.begin(MINUTE.multipliedBy(4));

        assertFalse(states.take(first));
        assertTrue(states.take(second));
        assertTrue(states.take(third));
    }

    @Test
    void oneExpires() throws Exception {
        assertFalse(states.take(states.begin(Duration.ofSeconds(-1))));
    }
}
