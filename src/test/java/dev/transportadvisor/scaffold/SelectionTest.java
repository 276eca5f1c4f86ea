package dev.transportadvisor.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.transportadvisor.source.InputException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private static final Template KITCHEN = SmallTemplate.read();

    @Test
    void takesWhatIsAskedForAndWhatThatNeeds() {
        assertEquals(Set.of(), over("socket-mode", Set.of()).features());
        assertEquals(Set.of("oven"), over("socket-mode", Set.of("oven")).features());
        Selection both = over("socket-mode", Set.of("cold-box"));
        assertEquals(Set.of("oven", "cold-box"), both.features());
        assertEquals(List.of("cold-box"), both.needing("oven"));
        assertEquals(Map.of("transport", "socket-mode", "place", "default"), both.choices());
    }

    @Test
    void whatNoTemplateKnowsIsLeftToOthersToTell() {
        Selection selection = over("socket-mode", Set.of("sink"));

        assertEquals(Set.of(), selection.features());
        assertEquals(Map.of(), selection.leftOut());
    }

    @Test
    void aFeatureThatIsCalledLikeAnOptionChoosesIt() {
        assertEquals("campfire", over("events-api", Set.of("campfire")).choices().get("place"));
    }

    @Test
    void whatTheAnswersAskForGivesWay() {
        Selection excluded = over("events-api", Set.of("cold-box", "campfire"));
        assertEquals(Set.of("campfire"), excluded.features());
        assertEquals(
                Map.of("oven", "`campfire` excludes it", "cold-box", "it needs `oven`, which cannot be there"),
                excluded.leftOut());

        assertEquals(
                Map.of("campfire", "it takes the transport events-api, not socket-mode"),
                over("socket-mode", Set.of("campfire")).leftOut());
    }

    @Test
    void whatIsNamedOverrulesTheAnswers() {
        assertEquals(Set.of("oven"), select(Set.of(), Set.of("oven"), Set.of()).features());
        assertEquals(Set.of("oven"), select(Set.of("cold-box"), Set.of("oven"), Set.of("cold-box")).features());
    }

    @Test
    void whatIsNamedAndCannotBeIsRefused() {
        assertRefused(
                "A bot in tiny has no feature `ovn`. Did you mean `oven`? Allowed: oven, cold-box, campfire.",
                Set.of(), Set.of("ovn"), Set.of());
        assertRefused(
                "A bot in tiny has no feature `ovn`. Did you mean `oven`? Allowed: oven, cold-box, campfire.",
                Set.of(), Set.of(), Set.of("ovn"));
        assertRefused(
                "`oven` is named by --with and by --without. Keep one.", Set.of(), Set.of("oven"), Set.of("oven"));
        assertRefused(
                "`cold-box` needs `oven`. Leave out --without oven.", Set.of(), Set.of("cold-box"), Set.of("oven"));
        assertRefused(
                "`cold-box`, for which the answers ask, needs `oven`. Leave out both: add --without cold-box.",
                Set.of("cold-box"), Set.of(), Set.of("oven"));
        assertRefused(
                "`campfire` cannot be there: it takes the transport events-api, not socket-mode.",
                Set.of(), Set.of("campfire"), Set.of());
    }

    @Test
    void aTransportThatTheTemplateLacksIsRefusedWithTheNearest() {
        InputException refusal = assertThrows(InputException.class, () -> over("event-api", Set.of()));
        assertEquals(
                "There is no bot for the transport `event-api`. Did you mean `events-api`? Allowed: socket-mode,"
                        + " events-api.",
                refusal.getMessage());
    }

    private static Selection over(String transport, Set<String> asked) {
        return Selection.of(
                KITCHEN, new Wishes(Map.of(Template.TRANSPORT, transport), asked, Set.of(), Set.of()));
    }

    private static Selection select(Set<String> asked, Set<String> with, Set<String> without) {
        return Selection.of(
                KITCHEN, new Wishes(Map.of(Template.TRANSPORT, "socket-mode"), asked, with, without));
    }

    private static void assertRefused(String reason, Set<String> asked, Set<String> with, Set<String> without) {
        InputException refusal = assertThrows(InputException.class, () -> select(asked, with, without));
        assertEquals(reason, refusal.getMessage());
    }
}
