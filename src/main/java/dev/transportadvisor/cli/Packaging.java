package dev.transportadvisor.cli;

import dev.transportadvisor.source.BuiltinRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the build makes from the program itself, and lays beside its classes or its jar. Users never run it. */
final class Packaging {

    private Packaging() {}

    /** @param arguments the folder of the rules, and the folder to write to */
    public static void main(String... arguments) throws IOException {
        Path rules = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        Files.write(target.resolve(BuiltinRules.INDEX), BuiltinRules.index(rules));
    }
}
