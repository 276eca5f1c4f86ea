package com.example.slackbot.feature.privatesystems;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.usergroups.users.UsergroupsUsersListResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is in a user group, remembered for a minute: Slack allows about 20 such questions a minute. A question without
 * an answer is a no.
 *
 * @see <a href="https://docs.slack.dev/reference/methods/usergroups.users.list">usergroups.users.list</a>
 */
final class UserGroups {
    private static final Logger LOG = LoggerFactory.getLogger(UserGroups.class);

    private final Cache<String, Set<String>> members =
            Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(Duration.ofMinutes(1)).build();

    boolean has(String group, Asker asker) {
        Set<String> known = members.getIfPresent(group);
        try {
            if (known == null) {
                known = Set.copyOf(ask(group, asker));
                members.put(group, known);
            }
            return known.contains(asker.user());
        } catch (IOException | SlackApiException | RuntimeException e) { // the SDK runs into a null in an empty answer
            LOG.warn("Nobody counts as a member of {}: {}", group, e.toString());
            return false;
        }
    }

    private static List<String> ask(String group, Asker asker) throws IOException, SlackApiException {
        UsergroupsUsersListResponse answer = asker.slack().usergroupsUsersList(list -> list.usergroup(group));
        if (!answer.isOk()) {
            throw new IOException("usergroups.users.list: " + answer.getError());
        }
        return answer.getUsers();
    }
}
