package com.example.slackbot.feature.jenkins;

import com.example.slackbot.feature.privatesystems.SystemCredentials;
import com.example.slackbot.feature.privatesystems.PrivateSystem;
import com.example.slackbot.feature.privatesystems.SystemClient;
import com.example.slackbot.feature.privatesystems.SystemSettings;
import com.example.slackbot.feature.privatesystems.Watch;
import com.example.slackbot.runtime.Environment;
import java.util.List;
import java.util.Set;

/** Jenkins, as the environment names it. */
public final class JenkinsSystem {
    private static final Set<String> WORDS = Set.of(JenkinsBuild.NAME);

    private JenkinsSystem() {}

    public static PrivateSystem read(Environment environment) {
        SystemSettings settings = new SystemSettings(environment, "JENKINS_");
        if (!settings.isThere()) {
            return new PrivateSystem(WORDS, List.of());
        }
        // Jenkins asks nobody for credentials, it just refuses: they have to come with each request.
        SystemCredentials credentials = SystemCredentials.basic(settings.required("USER"), settings.required("TOKEN"));
        SystemClient jenkins = new SystemClient("Jenkins", settings.address(), credentials);
        return new PrivateSystem(WORDS, List.of(new JenkinsBuild(jenkins, new Watch())));
    }
}
