package com.example.slackbot.feature.argocd;

import com.example.slackbot.feature.privatesystems.PrivateSystem;
import com.example.slackbot.feature.privatesystems.SystemClient;
import com.example.slackbot.feature.privatesystems.SystemSettings;
import com.example.slackbot.feature.privatesystems.Watch;
import com.example.slackbot.runtime.Environment;
import java.util.List;
import java.util.Set;

/** Argo CD, as the environment names it. */
public final class ArgoCdSystem {
    private static final Set<String> WORDS = Set.of(ArgoCdStatus.NAME, ArgoCdSync.NAME);

    private ArgoCdSystem() {}

    public static PrivateSystem read(Environment environment) {
        SystemSettings settings = new SystemSettings(environment, "ARGOCD_");
        if (!settings.isThere()) {
            return new PrivateSystem(WORDS, List.of());
        }
        ArgoCd argoCd = new ArgoCd(
                new SystemClient("Argo CD", settings.address(), settings.bearer()),
                settings.optional("PROJECT").orElse(null));
        return new PrivateSystem(WORDS, List.of(new ArgoCdStatus(argoCd), new ArgoCdSync(argoCd, new Watch())));
    }
}
