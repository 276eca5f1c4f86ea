package dev.transportadvisor.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.manifest.AgentViews;
import dev.transportadvisor.manifest.EventType;
import dev.transportadvisor.manifest.Scope;
import dev.transportadvisor.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of what belongs to the views of agents, and what the rules make of it. */
class AgentViewsTest {

    private static final AgentViews VIEWS = Rules.FACTS.agents();

    @Test
    void whatTheTableNamesIsKnownElsewhere() {
        Stream<String> events = Stream.of(
                        VIEWS.views().values().stream().flatMap(view -> view.events().stream()),
                        VIEWS.events().keySet().stream(),
                        VIEWS.events().values().stream())
                .flatMap(names -> names);
        Stream<String> scopes = VIEWS.views().values().stream().flatMap(view -> view.scopes().stream());

        assertEquals(
                List.of(), events.filter(event -> Rules.FACTS.events().find(event).filter(
                                known -> known.delivery() == EventType.Delivery.SUBSCRIPTION).isEmpty()).toList());
        assertEquals(
                List.of(), scopes.filter(scope -> Rules.FACTS.scopes().find(scope).filter(
                                known -> known.status() == Scope.Status.CURRENT).isEmpty()).toList());
    }

    @Test
    void theAdviceToOlderAppsNamesEachMove() {
        String remedy = Rules.CATALOG.descriptor("assistant-view-for-old-apps").orElseThrow().remedy();

        List.of(VIEWS.keys(), VIEWS.events()).stream()
                .map(Map::entrySet)
                .flatMap(moves -> moves.stream())
                .forEach(move -> assertTrue(
                        remedy.contains(move.getKey()) && remedy.contains(move.getValue()), move.toString()));
    }

    @Test
    void whatCanOnlyBeMeantInOneWayIsMovedAndTheRestOfTheTextStays() {
        assertEquals(
                """
                display_information: {name: deploy-bot}
                features:
                  app_home: {messages_tab_enabled: true, messages_tab_read_only_enabled: false}
                  bot_user: {display_name: deploy-bot}
                  agent_view: {agent_description: Answers questions}
                oauth_config: {scopes: {bot: ["assistant:write", "chat:write", "im:history"]}}
                settings:
                  event_subscriptions:
                    bot_events:
                      - app_home_opened  # greets
                      - message.im
                      - app_context_changed  # looks over the shoulder
                  socket_mode_enabled: true
                """,
                fixed("""
                        display_information: {name: deploy-bot}
                        features:
                          app_home: {messages_tab_enabled: true, messages_tab_read_only_enabled: false}
                          bot_user: {display_name: deploy-bot}
                          agent_view: {assistant_description: Answers questions}
                        oauth_config: {scopes: {bot: ["assistant:write", "chat:write", "im:history"]}}
                        settings:
                          event_subscriptions:
                            bot_events:
                              - app_home_opened  # greets
                              - assistant_thread_started
                              - message.im
                              - assistant_thread_context_changed  # looks over the shoulder
                          socket_mode_enabled: true
                        """));
    }

    @Test
    void noAppIsMovedToAnotherViewWhichSlackTurnsBackForNobody() {
        String manifest = """
                display_information: {name: deploy-bot}
                features:
                  bot_user: {display_name: deploy-bot}
                  assistant_view: {assistant_description: Answers questions}
                oauth_config: {scopes: {bot: ["assistant:write", "chat:write"]}}
                settings:
                  event_subscriptions: {bot_events: [assistant_thread_started]}
                  socket_mode_enabled: true
                """;

        assertEquals(manifest, fixed(manifest));
    }

    private static String fixed(String text) {
        ManifestLinter linter = new ManifestLinter(Rules.CATALOG, Optional.empty());
        return new ManifestFixer(Rules.CATALOG, linter::lint)
                .fix(new SourceFile("manifest.yaml", text))
                .file()
                .text();
    }
}
