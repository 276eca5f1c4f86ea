package dev.transportadvisor.simulator.control;

import dev.transportadvisor.simulator.app.AppProfile;
import dev.transportadvisor.simulator.http.Form;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.install.OAuthApp;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.slack.Installation;
import dev.transportadvisor.simulator.slack.Person;
import dev.transportadvisor.simulator.slack.Team;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What the page offers: the app's commands and shortcuts, where it is, and the people of its workspaces. */
record ProfileJson(LocalSlack slack) {

    ObjectNode all() {
        AppProfile app = slack.people().app().get();
        ObjectNode profile = JsonTree.object();
        profile.putObject("app")
                .put("name", app.name())
                .put("installUrl", installUrl(app).orElse(null))
                .set("commands", ControlJson.list(app.commands(), ProfileJson::command))
                .set("shortcuts", ControlJson.list(app.shortcuts(), ProfileJson::shortcut));
        profile.set("organization", organization());
        profile.set("teams", ControlJson.list(app.teams(), this::team));
        return profile.set("people", ControlJson.list(
                Person.ALL.stream()
                        .filter(person -> app.teams().contains(person.team()))
                        .toList(),
                ProfileJson::person));
    }

    private OAuthApp oauth() {
        return slack.departures().installations().app();
    }

    /** Where a person says yes, if others can install it. */
    private Optional<String> installUrl(AppProfile app) {
        if (!oauth().isDistributed() || app.scopes().isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("client_id", Identity.CLIENT_ID);
        asked.put("scope", String.join(",", app.scopes()));
        return Optional.of("/oauth/v2/authorize?" + Form.encode(asked));
    }

    /** Of an app that may be installed in none, nothing. */
    private ObjectNode organization() {
        ObjectNode organization = JsonTree.object();
        return oauth().isOrgWide()
                ? organization.put("id", Installation.ENTERPRISE).put("name", Installation.ENTERPRISE_NAME)
                : organization;
    }

    private ObjectNode team(Team team) {
        String serving = slack.departures().installations().serving(team.id())
                .map(ControlJson::word)
                .orElse("none");
        return JsonTree.object().put("id", team.id()).put("name", team.name()).put("servedBy", serving);
    }

    private static ObjectNode command(AppProfile.Command command) {
        return JsonTree.object()
                .put("command", command.command())
                .put("description", command.description())
                .put("usageHint", command.usageHint());
    }

    private static ObjectNode shortcut(AppProfile.Shortcut shortcut) {
        return JsonTree.object()
                .put("type", shortcut.type())
                .put("name", shortcut.name())
                .put("callbackId", shortcut.callbackId());
    }

    private static ObjectNode person(Person person) {
        return JsonTree.object()
                .put("id", person.id())
                .put("name", person.name())
                .put("realName", person.realName())
                .put("directChannel", person.directChannel())
                .put("team", person.team().id());
    }
}
