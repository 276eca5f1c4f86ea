package dev.transportadvisor.simulator.conversation;

import dev.transportadvisor.simulator.http.JsonTree;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The reactions of a message: which emoji, and by whom. */
public final class Reactions {

    private Reactions() {}

    /**
     * Changes a message's body and returns it.
     *
     * @param emoji its name, without colons
     */
    public static ObjectNode with(ObjectNode message, String person, String emoji, boolean isAdded) {
        ArrayNode reactions = JsonTree.array();
        boolean isNew = isAdded;
        for (var reaction : message.path("reactions")) {
            boolean isThis = reaction.path("name").asString("").equals(emoji);
            ArrayNode users = JsonTree.array();
            reaction.path("users").valueStream()
                    .map(user -> user.asString(""))
                    .filter(user -> !isThis || !user.equals(person))
                    .forEach(users::add);
            if (isThis && isAdded) {
                users.add(person);
                isNew = false;
            }
            add(reactions, reaction.path("name").asString(""), users);
        }
        if (isNew) {
            add(reactions, emoji, JsonTree.array().add(person));
        }
        return message.set("reactions", reactions);
    }

    private static void add(ArrayNode reactions, String name, ArrayNode users) {
        if (!users.isEmpty()) {
            reactions.addObject().put("name", name).put("count", users.size()).set("users", users);
        }
    }
}
