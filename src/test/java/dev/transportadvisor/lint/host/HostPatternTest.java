package dev.transportadvisor.lint.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostPatternTest {

    @ParameterizedTest
    @CsvSource({
        "localhost,   localhost,   true",
        "localhost,   localhost2,  false",
        "*.local,     a.local,     true",
        "*.local,     local,       false",
        "your-*,      your-app.io, true",
        "your-*,      in-your-app, false",
        "*.your-*,    a.your-b,    true",
        "a*b,         ab,          true",
        "re*me*,      replaceme.x, true",
        "re*me*,      replace.x,   false",
        // no character may serve two parts
        "ab*ba,       aba,         false",
        "ab*ba,       abba,        true",
        "a*b*b,       ab,          false",
        "a*b*b,       axbxb,       true",
        "*,           anything,    true",
    })
    void aStarStandsForAnyCharacters(String pattern, String name, boolean isMatch) {
        assertEquals(isMatch, HostPattern.of(pattern).matches(new Host(name)));
    }
}
