package com.example.slackbot.feature.privatesystems;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuditTrailTest {

    @Test
    void writesALineOfJsonToTheLog() throws Throwable {
        Asker asker = new Asker("UANN", "T1", false, "C1", null);
        String log = WrittenLog.during(() -> new AuditTrail(null).write(asker, "sync shop", "failed: a\nb \"c\""));

        String line = log.lines().filter(text -> text.contains(" audit ")).findFirst().orElseThrow();
        JsonObject written = JsonParser.parseString(line.substring(line.indexOf('{'))).getAsJsonObject();
        assertEquals(Set.of("at", "user", "team", "channel", "what", "outcome"), written.keySet());
        assertEquals("UANN", written.get("user").getAsString());
        assertEquals("sync shop", written.get("what").getAsString());
        assertEquals("failed: a\nb \"c\"", written.get("outcome").getAsString());
    }
}
