package dev.transportadvisor.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeCatalogTest {

    private static final ScopeCatalog SCOPES = read("""
            schema: 1
            sections:
              - source: https://docs.example/{scope}
                groups:
                  - tokens: [bot, user]
                    scopes:
                      chat:write: post messages
              - source: https://docs.example/{scope}
                status: deprecated
                broad: [user]
                verified: false
                groups:
                  - tokens: [legacy]
                    scopes:
                      old:read: read everything
            """);

    @Test
    void keepsAllThatIsKnown() {
        Scope write = SCOPES.find("chat:write").orElseThrow();
        Scope old = SCOPES.find("old:read").orElseThrow();

        assertEquals("post messages", write.may());
        assertEquals("https://docs.example/chat.write", write.source());
        assertTrue(write.isVerified() && write.isFor(Token.BOT) && write.isFor(Token.USER));
        assertEquals(Scope.Status.CURRENT, write.status());
        assertEquals(List.of(), write.broad());
        assertFalse(old.isVerified() || old.isFor(Token.BOT));
        assertEquals(Scope.Status.DEPRECATED, old.status());
        assertEquals(List.of(Token.USER), old.broad());
        assertEquals(List.of("chat:write"), SCOPES.current(Token.USER));
    }

    @Test
    void refusesWhatItCannotRead() {
        InputException refusal = assertThrows(
                InputException.class,
                () -> read("schema: 1\nsections: [{source: x, groups: [{tokens: [robot], scopes: {a: [b]}}]}]"));

        assertEquals(2, refusal.problems().size(), refusal::getMessage);
        assertTrue(refusal.getMessage().contains("`robot` is not allowed in `tokens`"), refusal::getMessage);
    }

    private static ScopeCatalog read(String yaml) {
        return ScopeCatalogReader.read(new SourceFile("scopes.yaml", yaml));
    }
}
