package dev.transportadvisor.simulator.slack;

/**
 * Where the app is installed.
 *
 * @see <a href="https://docs.slack.dev/enterprise/developing-for-enterprise-orgs">Developing for Enterprise orgs</a>
 */
public enum Installation {
    /** In one workspace, which its payloads name. */
    WORKSPACE,
    /** In a whole organization at once, with one token for all of its workspaces. */
    ORGANIZATION;

    public static final String ENTERPRISE = "E0SIMGRID";
    public static final String ENTERPRISE_NAME = "Local Grid";
}
