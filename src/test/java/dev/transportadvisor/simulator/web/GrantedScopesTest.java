package dev.transportadvisor.simulator.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.manifest.Scope;
import dev.transportadvisor.manifest.ScopeCatalog;
import dev.transportadvisor.manifest.ScopeCatalogReader;
import dev.transportadvisor.simulator.conversation.Conversations;
import dev.transportadvisor.simulator.conversation.Views;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.install.Bearer;
import dev.transportadvisor.simulator.install.Departures;
import dev.transportadvisor.simulator.install.Installations;
import dev.transportadvisor.simulator.install.OAuthApp;
import dev.transportadvisor.simulator.slack.Installation;
import dev.transportadvisor.simulator.slack.TokenKind;
import dev.transportadvisor.simulator.time.Changes;
import dev.transportadvisor.simulator.time.ManualTimeline;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.SourceReader;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** Which scopes let a token call a method. */
class GrantedScopesTest {

    private static final MethodScopes METHODS = MethodScopes.read(new SourceFile(
            "methods.yaml",
            """
            schema: 1
            source: https://docs.slack.dev/reference/methods/{method}
            groups:
              - {scopes: "chat:write", methods: [chat.postMessage]}
              - scopes: ["channels:history", "groups:history", "im:history", "mpim:history"]
                methods: [conversations.history, conversations.replies]
              - scopes: ["channels:read", "groups:read", "im:read", "mpim:read"]
                methods: [conversations.list]
              - {bot: "channels:join", user: "channels:write", methods: [conversations.join]}
              - {scopes: ["channels:manage", "groups:write", "im:write", "mpim:write"], methods: [conversations.open]}
              - {app: "connections:write", methods: [apps.connections.open]}
            """));

    private static final MethodScopes BUILT_IN = MethodScopes.builtin();

    /** Each line is a token, its scopes, a call, its argument, and what Slack says is needed; nothing if it is done. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BOT  | chat:write        | chat.postMessage      | channel=C01   | ''",
                "BOT  | im:history        | chat.postMessage      | channel=C01   | chat:write",
                "BOT  | ''                | views.open            | ''            | ''",
                "BOT  | ''                | auth.test             | ''            | ''",
                "BOT  | channels:history  | conversations.history | channel=C01   | ''",
                "BOT  | channels:history  | conversations.history | channel=D01   | im:history",
                "BOT  | im:history        | conversations.history | channel=D01   | ''",
                "BOT  | mpim:history      | conversations.replies | channel=G01   | ''",
                "BOT  | chat:write        | conversations.replies | channel=G01   | groups:history,mpim:history",
                "BOT  | im:read           | conversations.list    | ''            | ''",
                "BOT  | chat:write        | conversations.list    | ''            | channels:read,groups:read,"
                        + "im:read,mpim:read",
                "BOT  | im:write          | conversations.open    | users=U1      | ''",
                "BOT  | im:write          | conversations.open    | users=U1,U2   | mpim:write",
                "BOT  | channels:write    | conversations.join    | channel=C01   | channels:join",
                "USER | channels:write    | conversations.join    | channel=C01   | ''",
                "APP  | ''                | apps.connections.open | ''            | connections:write",
            })
    void needs(TokenKind token, String granted, String method, String argument, String needed) {
        Set<String> scopes = granted.isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(granted.split(",")));
        GrantedScopes grants = new GrantedScopes(Map.of(token, scopes), METHODS);
        ObjectNode arguments = JsonTree.object();
        if (!argument.isEmpty()) {
            String[] pair = argument.split("=");
            arguments.put(pair[0], pair[1]);
        }
        assertEquals(needed, refusal(grants, new ApiCall(method, "", Bearer.of(token), arguments)));
    }

    @Test
    void aTokenWithoutAListWasGrantedEverything() {
        GrantedScopes grants = new GrantedScopes(Map.of(TokenKind.BOT, Set.of()), METHODS);
        assertEquals(
                "", refusal(grants, new ApiCall("chat.postMessage", "", Bearer.of(TokenKind.USER), JsonTree.object())));
        assertEquals(
                "chat:write",
                refusal(grants, new ApiCall("chat.postMessage", "", Bearer.of(TokenKind.BOT), JsonTree.object())));
    }

    /** A slip in the file would be a scope that no token can hold. */
    @Test
    void theScopesAreKnownForTheirTokens() {
        ScopeCatalog catalog = ScopeCatalogReader.read(SourceReader.read(Path.of("rules/scopes.yaml")));
        BUILT_IN.byMethod().forEach((method, byToken) -> byToken.forEach((token, scopes) -> scopes.forEach(name -> {
            List<String> tokens = catalog.find(name).map(Scope::tokens).orElse(List.of());
            assertTrue(tokens.contains(token.name().toLowerCase(Locale.ROOT)), method + " " + name);
        })));
    }

    @Test
    void theMethodsAreThoseOfTheLocalSlack() {
        ManualTimeline timeline = new ManualTimeline();
        Changes changes = new Changes();
        WebApi api = new WebApi(
                timeline,
                new Journal(changes),
                new Conversations(timeline, changes),
                new Views(changes),
                new Triggers(timeline),
                path -> path,
                process -> "",
                new Departures(
                        new Installations(timeline, OAuthApp.UNKNOWN, Installation.WORKSPACE), payload -> {}),
                Map.of(),
                manifest -> List.of());
        Set<String> unknown = new TreeSet<>(BUILT_IN.byMethod().keySet());
        unknown.removeAll(api.methods());
        assertEquals(Set.of(), unknown);
    }

    private static String refusal(GrantedScopes grants, ApiCall call) {
        try {
            grants.check(call);
            return "";
        } catch (ApiRefusal e) {
            assertEquals("missing_scope", e.getMessage());
            return e.answer().path("needed").asString();
        }
    }
}
