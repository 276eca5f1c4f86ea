package dev.transportadvisor.simulator.control;

import dev.transportadvisor.simulator.app.AppProfile;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Person;
import dev.transportadvisor.simulator.slack.Team;
import tools.jackson.databind.node.ObjectNode;

/** What the page offers: the app's commands and shortcuts, and the people of its workspaces. */
final class ProfileJson {

    private ProfileJson() {}

    static ObjectNode of(AppProfile app) {
        ObjectNode profile = JsonTree.object();
        profile.putObject("app")
                .put("name", app.name())
                .set("commands", ControlJson.list(app.commands(), ProfileJson::command))
                .set("shortcuts", ControlJson.list(app.shortcuts(), ProfileJson::shortcut));
        profile.set("teams", ControlJson.list(app.teams(), ProfileJson::team));
        return profile.set("people", ControlJson.list(
                Person.ALL.stream()
                        .filter(person -> app.teams().contains(person.team()))
                        .toList(),
                ProfileJson::person));
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

    private static ObjectNode team(Team team) {
        return JsonTree.object().put("id", team.id()).put("name", team.name());
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
