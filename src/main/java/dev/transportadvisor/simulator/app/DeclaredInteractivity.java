package dev.transportadvisor.simulator.app;

import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.Token;
import dev.transportadvisor.source.Quoted;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What people can do with an app by its manifest: slash commands, clicks, modals and shortcuts.
 *
 * @see <a href="https://docs.slack.dev/interactivity/implementing-slash-commands">Implementing slash commands</a>
 * @see <a href="https://docs.slack.dev/interactivity/implementing-shortcuts">Implementing shortcuts</a>
 */
record DeclaredInteractivity(Declarations app) {

    private static final String COMMANDS = "/features/slash_commands/*";
    private static final String COMMANDS_SCOPE = "commands";

    List<AppProfile.Command> commands() {
        return app.fields(COMMANDS).stream()
                .filter(one -> !text(one, "command").isEmpty())
                .map(one -> new AppProfile.Command(
                        text(one, "command"), text(one, "description"), text(one, "usage_hint")))
                .toList();
    }

    List<AppProfile.Shortcut> shortcuts() {
        return app.fields("/features/shortcuts/*").stream()
                .map(one ->
                        new AppProfile.Shortcut(text(one, "type"), text(one, "name"), text(one, "callback_id")))
                .toList();
    }

    private static String text(Field mapping, String key) {
        return mapping.child(key).flatMap(Field::text).orElse("");
    }

    Optional<String> withholdsCommand(String command) {
        List<Field> declared = app.fields(COMMANDS).stream()
                .filter(one -> one.isPlaceholder() || has(one, "command", command))
                .toList();
        if (declared.isEmpty()) {
            return Optional.of("The manifest does not declare the command " + Quoted.of(command)
                    + ": features.slash_commands " + Declarations.lists(app.texts(COMMANDS + "/command")) + ".");
        }
        Optional<String> missing = missingScope("slash commands");
        if (missing.isPresent()) {
            return missing;
        }
        boolean isReachable = !app.usesSocketMode().equals(Optional.of(false))
                || declared.stream().anyMatch(one -> one.isPlaceholder() || hasUrl(one));
        return isReachable
                ? Optional.empty()
                : Optional.of("Slack has nowhere to send the command " + Quoted.of(command)
                        + ": it has no url in features.slash_commands, and settings.socket_mode_enabled is not true.");
    }

    Optional<String> withholdsInteraction(JsonNode interaction) {
        if (!app.mayBeTrue("/settings/interactivity/is_enabled")) {
            return Optional.of("Interactivity is off: settings.interactivity.is_enabled is not true, so that Slack"
                    + " sends no clicks, modals and shortcuts.");
        }
        String callback = interaction.path("callback_id").asString("");
        Optional<String> why =
                switch (interaction.path("type").asString("")) {
                    case "shortcut" -> withholdsShortcut("global", callback);
                    case "message_action" -> withholdsShortcut("message", callback);
                    default -> Optional.empty();
                };
        return why.or(() -> unreachable(interaction));
    }

    /**
     * Slack asks for options at a URL of their own.
     *
     * @see <a href="https://github.com/slackapi/bolt-js/issues/1479">A report of a menu without it</a>
     */
    private Optional<String> unreachable(JsonNode interaction) {
        return RequestUrls.asksForOptions(interaction)
                ? app.unreachable("ask for the options of menus", "settings.interactivity.message_menu_options_url")
                : app.unreachable("send clicks, modals and shortcuts", "settings.interactivity.request_url");
    }

    /** @see <a href="https://docs.slack.dev/reference/scopes/commands">The scope commands</a> */
    private Optional<String> missingScope(String use) {
        return app.mayList(Token.BOT.scopes().toString(), COMMANDS_SCOPE)
                ? Optional.empty()
                : Optional.of("The bot token lacks the scope for " + use + ": add " + Quoted.of(COMMANDS_SCOPE)
                        + " to oauth_config.scopes.bot.");
    }

    /** @param type the word for it in a manifest */
    private Optional<String> withholdsShortcut(String type, String callback) {
        List<Field> declared = app.fields("/features/shortcuts/*").stream()
                .filter(one -> one.isPlaceholder() || has(one, "type", type))
                .toList();
        if (declared.stream().anyMatch(one -> one.isPlaceholder() || has(one, "callback_id", callback))) {
            return missingScope("shortcuts");
        }
        List<String> callbacks = declared.stream()
                .flatMap(one -> one.child("callback_id").flatMap(Field::text).stream())
                .toList();
        return Optional.of("The manifest does not declare the " + type + " shortcut " + Quoted.of(callback)
                + ": of this type, features.shortcuts " + Declarations.lists(callbacks) + ".");
    }

    private static boolean has(Field mapping, String key, String text) {
        return mapping.child(key).filter(value -> Declarations.says(value, text)).isPresent();
    }

    private static boolean hasUrl(Field command) {
        return command.child("url").flatMap(Field::text).isPresent();
    }
}
