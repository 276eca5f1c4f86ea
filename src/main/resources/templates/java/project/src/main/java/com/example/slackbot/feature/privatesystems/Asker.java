package com.example.slackbot.feature.privatesystems;

import com.slack.api.bolt.context.Context;
import com.slack.api.methods.MethodsClient;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Who typed or clicked, where, as Slack says; never what a message or a button says.
 *
 * @param isExternal whether they are of another workspace, from which Slack Connect brings people to a channel
 * @param slack the Web API of the bot's workspace
 */
record Asker(String user, String team, boolean isExternal, String channel, MethodsClient slack) {

    /**
     * People of the bot's organization are at home, too; of them, Slack may tell the organization's id in the place of
     * the workspace's.
     *
     * @param team of the person, not of the message: a click from another workspace comes with the message's team
     * @param enterprise of the person, or null
     * @see <a href="https://github.com/slackapi/java-slack-sdk/issues/1041">A click from another workspace</a>
     * @see <a href="https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload">user.team_id</a>
     */
    static Asker of(Context bot, String user, String team, String enterprise, String channel) {
        boolean isExternal = Stream.of(bot.getTeamId(), bot.getEnterpriseId())
                .filter(Objects::nonNull)
                .noneMatch(home -> home.equals(team) || home.equals(enterprise));
        return new Asker(user, isExternal ? team : bot.getTeamId(), isExternal, channel, bot.client());
    }
}
