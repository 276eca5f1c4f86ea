package dev.transportadvisor.cli.console;

/** What the program is called, and which one it is. */
public final class Program {

    public static final String NAME = "transport-advisor";

    private Program() {}

    public static String version() {
        String version = Program.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
