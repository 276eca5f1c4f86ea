package com.example.slackbot.feature.privatesystems;

import java.util.Map;
import java.util.Set;

/**
 * Who may do what. What nothing is said of, nobody may.
 *
 * @param whomToAsk what a denial says, as it stands in permissions.yaml
 * @param rules by the name of the operation
 */
record WhoMay(String whomToAsk, Map<String, Rule> rules) {

    /**
     * What it takes: to be of the bot's workspace, to be one of the users or in one of the groups, and to be in one of
     * the channels.
     *
     * @param everyone any user of that workspace; only for what changes nothing
     * @param users ids
     * @param groups ids
     * @param channels ids; none means any channel
     * @param secondPerson whether somebody else, who may do it as well, has to approve
     */
    record Rule(boolean everyone, Set<String> users, Set<String> groups, Set<String> channels, boolean secondPerson) {
        static final Rule NOBODY = new Rule(false, Set.of(), Set.of(), Set.of(), true);

        boolean allows(Asker asker, UserGroups members) {
            boolean isRightPlace = channels.isEmpty() || channels.contains(asker.channel());
            return !asker.isExternal()
                    && isRightPlace
                    && (everyone
                            || users.contains(asker.user())
                            || groups.stream().anyMatch(group -> members.has(group, asker)));
        }
    }

    Rule of(Operation operation) {
        return rules.getOrDefault(operation.name(), Rule.NOBODY);
    }
}
