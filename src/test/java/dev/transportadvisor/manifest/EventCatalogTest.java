package dev.transportadvisor.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.SourceFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventCatalogTest {

    private static final EventCatalog EVENTS = read("""
            schema: 1
            sections:
              - source: https://docs.example/{event}
                delivery: subscription
                groups:
                  - {scopes: [a, b], events: [either]}
                  - {scopes: none, events: [free]}
                  - {bot: c, events: [only_bot]}
              - source: https://lists.example
                delivery: rtm-only
                verified: false
                groups:
                  - {bot: d, user: unknown, events: [doubtful], needs: a view, deprecated: Gone., remark: Old.}
            """);

    @Test
    void saysWhichScopesWouldDeliverAnEvent() {
        ScopeNeed either = new ScopeNeed.AnyOf(List.of("a", "b"));

        assertEquals(either, EVENTS.need("either", Token.BOT));
        assertEquals(either, EVENTS.need("either", Token.USER));
        assertEquals(new ScopeNeed.AnyOf(List.of()), EVENTS.need("free", Token.USER));
        assertEquals(new ScopeNeed.AnyOf(List.of("c")), EVENTS.need("only_bot", Token.BOT));
        assertEquals(new ScopeNeed.Never(), EVENTS.need("only_bot", Token.USER));
        assertInstanceOf(ScopeNeed.Unknown.class, EVENTS.need("doubtful", Token.USER));
        assertInstanceOf(ScopeNeed.Unknown.class, EVENTS.need("never_heard_of", Token.BOT));
    }

    @Test
    void oneOfTheScopesIsEnough() {
        ScopeNeed.AnyOf either = new ScopeNeed.AnyOf(List.of("a", "b"));

        assertTrue(either.isMetBy(List.of("x", "b")));
        assertFalse(either.isMetBy(List.of("x")));
        assertFalse(either.isMetBy(List.of()));
        assertTrue(new ScopeNeed.AnyOf(List.of()).isMetBy(List.of()));
    }

    @Test
    void keepsAllThatIsKnown() {
        EventType doubtful = EVENTS.find("doubtful").orElseThrow();

        assertEquals(EventType.Delivery.RTM_ONLY, doubtful.delivery());
        assertFalse(doubtful.isVerified());
        assertEquals(Optional.of("a view"), doubtful.also());
        assertEquals(Optional.of("Gone."), doubtful.deprecated());
        assertEquals(Optional.of("Old."), doubtful.remark());
        assertEquals("https://lists.example", doubtful.source());
        assertEquals("https://docs.example/free", EVENTS.find("free").orElseThrow().source());
        assertTrue(EVENTS.find("free").orElseThrow().isVerified());
        assertEquals(List.of("either", "free", "only_bot"), EVENTS.subscribable());
    }

    @Test
    void refusesWhatItCannotRead() {
        InputException refusal = assertThrows(InputException.class, () -> read("""
                schema: 1
                sections:
                  - source: here
                    delivery: pigeon
                    verified: perhaps
                    groups:
                      - {scopes: [[a]], event: [x]}
                """));

        assertEquals(
                List.of(
                        "4:15 `pigeon` is not allowed in `delivery`.",
                        "5:15 `perhaps` is not allowed in `verified`.",
                        "7:19 `scopes` in an entry of `groups` must be a single value, not a list.",
                        "7:25 Unknown key `event` in an entry of `groups`."),
                refusal.problems().stream()
                        .map(problem -> problem.toString()
                                .replace("events.yaml:", "")
                                .replaceFirst(": ", " ")
                                .replaceFirst("\\. (Did|Allowed).*", "."))
                        .toList());
    }

    private static EventCatalog read(String yaml) {
        return EventCatalogReader.read(new SourceFile("events.yaml", yaml));
    }
}
