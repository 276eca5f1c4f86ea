package com.example.slackbot;

// region argo-cd
import com.example.slackbot.feature.argocd.ArgoCdSystem;
// endregion
// region inbox
import com.example.slackbot.feature.inbox.Database;
// endregion
// region jenkins
import com.example.slackbot.feature.jenkins.JenkinsSystem;
// endregion
// region private-systems
import com.example.slackbot.feature.privatesystems.PrivateSystem;
import com.example.slackbot.feature.privatesystems.PrivateSystems;
// endregion
// region prometheus
import com.example.slackbot.feature.prometheus.PrometheusSystem;
// endregion
// region workspaces
import com.example.slackbot.feature.workspaces.Workspaces;
// endregion
import com.example.slackbot.runtime.Environment;
import com.example.slackbot.runtime.StartupException;
import com.example.slackbot.runtime.Transport;
import java.net.InetSocketAddress;
// region private-systems
import java.util.ArrayList;
import java.util.List;
// endregion
import java.util.Map;

/**
 * What the environment says: the place for one more variable. Secrets that the transport does not need are null.
 *
 * @param apiUrl Slack's Web API, with the trailing slash that the SDK requires
 * @param address where the bot listens; port 0 for any free one
 */
record Settings(
        Transport.Kind transport,
        String botToken,
        String appToken,
        String signingSecret,
        String apiUrl,
        // region inbox
        Database database,
        // endregion
        // region private-systems
        PrivateSystems systems,
        // endregion
        // region workspaces
        Workspaces workspaces,
        // endregion
        InetSocketAddress address) {

    /** Reads {@code transport.properties}, the transport this project was made for. */
    static String defaultTransport() {
        return Environment.resource("/transport.properties").getProperty("transport", "");
    }

    /**
     * Checks the environment for the chosen transport. A blank variable counts as missing.
     *
     * @throws StartupException with every problem at once, none of them showing a value
     */
    static Settings read(Map<String, String> variables, String defaultTransport) throws StartupException {
        Environment environment = new Environment(variables);
        Transport.Kind transport = environment.transport(defaultTransport);
        Settings settings = new Settings(
                transport,
                environment.botToken(),
                transport == Transport.Kind.SOCKET_MODE ? environment.appToken() : null,
                transport == Transport.Kind.EVENTS_API ? environment.signingSecret() : null,
                environment.apiUrl(),
                // region inbox
                Database.read(environment),
                // endregion
                // region private-systems
                systems(environment),
                // endregion
                // region workspaces
                Workspaces.read(environment),
                // endregion
                environment.address());
        // region private-systems workspaces
        if (settings.workspaces() != null && settings.systems().areReached()) {
            environment.wrong("SLACK_CLIENT_ID", "none beside the address of a private system, for which people of"
                    + " every workspace that installs the bot could ask");
        }
        // endregion
        environment.throwIfWrong();
        return settings;
    }

    // region private-systems
    private static PrivateSystems systems(Environment environment) throws StartupException {
        List<PrivateSystem> systems = new ArrayList<>();
        // endregion
        // region prometheus
        systems.add(PrometheusSystem.read(environment));
        // endregion
        // region argo-cd
        systems.add(ArgoCdSystem.read(environment));
        // endregion
        // region jenkins
        systems.add(JenkinsSystem.read(environment));
        // endregion
        // region private-systems
        return PrivateSystems.read(environment, systems);
    }

    // endregion
    /** Leaves the secrets out, so that no log line can show them. */
    @Override
    public String toString() {
        return "Settings[transport=" + transport + ", apiUrl=" + apiUrl + ", address=" + address + "]";
    }
}
