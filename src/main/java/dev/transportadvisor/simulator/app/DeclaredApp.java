package dev.transportadvisor.simulator.app;

import dev.transportadvisor.manifest.EventCatalog;
import dev.transportadvisor.manifest.Manifest;
import dev.transportadvisor.manifest.Token;
import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.install.OAuthApp;
import dev.transportadvisor.simulator.slack.Team;
import dev.transportadvisor.simulator.slack.TokenKind;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An app as its manifest declares it: what Slack sends to it, and what its tokens may do. */
public final class DeclaredApp {

    private final Declarations declarations;
    private final DeclaredEvents events;
    private final DeclaredInteractivity interactivity;
    private final RequestUrls requestUrls;
    private final OAuthApp oauth;

    /** @param events what is known of events and the scopes that they need */
    public DeclaredApp(Manifest manifest, EventCatalog events) {
        declarations = new Declarations(manifest.document());
        this.events = new DeclaredEvents(declarations, events);
        interactivity = new DeclaredInteractivity(declarations);
        requestUrls = RequestUrls.of(manifest);
        oauth = oauthOf(manifest);
    }

    /** Why Slack would not send a payload to this app, in sentences for people; empty if it would. */
    public Optional<String> withholds(Payload payload) {
        return switch (payload.kind()) {
            case EVENT -> events.withholds(payload);
            case SLASH_COMMAND -> interactivity.withholdsCommand(payload.name());
            case INTERACTION -> interactivity.withholdsInteraction(payload.body());
            default -> Optional.empty();
        };
    }

    /** A payload with what Slack adds for the features of this app. */
    public Payload complete(Payload payload) {
        return declarations.has("/features/agent_view") ? AgentView.addTo(payload) : payload;
    }

    /** The scopes of each kind of token, in the order of the manifest; none for one that holds a placeholder. */
    public Map<TokenKind, Set<String>> scopes() {
        Map<TokenKind, Set<String>> scopes = new EnumMap<>(TokenKind.class);
        for (Token token : Token.values()) {
            String path = token.scopes().toString();
            if (!declarations.hasPlaceholder(path)) {
                TokenKind kind = token == Token.BOT ? TokenKind.BOT : TokenKind.USER;
                scopes.put(kind, new LinkedHashSet<>(declarations.texts(path)));
            }
        }
        return scopes;
    }

    /** Where Slack posts what to this app, without Socket Mode. */
    public RequestUrls requestUrls() {
        return requestUrls;
    }

    /** What people see of it. */
    public AppProfile profile() {
        return new AppProfile(
                text("/features/bot_user/display_name")
                        .or(() -> text("/display_information/name"))
                        .orElse(AppProfile.UNKNOWN.name()),
                interactivity.commands(),
                interactivity.shortcuts(),
                oauth.isOrgWide() || oauth.isDistributed() ? Team.ALL : List.of(Team.FIRST),
                declarations.texts(Token.BOT.scopes().toString()));
    }

    /** What its manifest says about its installation. */
    public OAuthApp oauth() {
        return oauth;
    }

    /** What a manifest says about an app's installation. */
    public static OAuthApp oauthOf(Manifest manifest) {
        Declarations declared = new Declarations(manifest.document());
        return new OAuthApp(
                declared.texts("/oauth_config/redirect_urls/*"),
                declared.mayBeTrue("/settings/org_deploy_enabled"),
                declared.mayBeTrue("/settings/token_rotation_enabled"));
    }

    private Optional<String> text(String path) {
        return declarations.texts(path).stream().findFirst();
    }

    /** Whether Slack would use Socket Mode; empty if that depends on a placeholder. */
    public Optional<Boolean> usesSocketMode() {
        return declarations.usesSocketMode();
    }
}
