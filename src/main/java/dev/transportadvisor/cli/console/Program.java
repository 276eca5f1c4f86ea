package dev.transportadvisor.cli.console;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;

/** What the program is called, and which one it is. */
public final class Program {

    public static final String NAME = "transport-advisor";

    private Program() {}

    /** That of the module in a distribution, which has no jar, or else that of the jar. */
    public static String version() {
        ModuleDescriptor module = Program.class.getModule().getDescriptor();
        Optional<String> version = module == null
                ? Optional.ofNullable(Program.class.getPackage().getImplementationVersion())
                : module.rawVersion();
        return version.orElse("(not packaged)");
    }
}
