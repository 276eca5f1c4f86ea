package dev.transportadvisor;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One way in, one way out: which package may use which, and where a library must stay. */
class ArchitectureTest {

    private static final String BASE = "dev.transportadvisor.";

    private static final List<Row> PACKAGES = List.of(
            //  rank  package           may use
            row(0, "source", ranks()),
            row(0, "file", ranks()),
            row(1, "diagnostic", ranks(0)),
            row(1, "edit", ranks(0)),
            row(2, "decision", ranks(0, 1)),
            row(2, "manifest", ranks(0, 1)),
            row(2, "scaffold", ranks(0, 1)),
            row(3, "lint", ranks(0, 1, 2)),
            row(3, "questionnaire", ranks(0, 1, 2)),
            row(3, "simulator", ranks(0, 1, 2)),
            row(4, "drill", ranks(0, 1, 2, 3)),
            row(5, "report", ranks(0, 1, 2, 3, 4)),
            row(6, "cli", ranks(0, 1, 2, 3, 4, 5)));

    private static final List<Library> LIBRARIES = List.of(
            new Library("SnakeYAML", "org.yaml.snakeyaml..", "source"),
            new Library("ascii-table", "com.github.freva.asciitable..", "report"),
            new Library("picocli", "picocli..", "cli"),
            new Library("JLine", "org.jline..", "questionnaire"),
            new Library("Jetty", "org.eclipse.jetty..", "simulator"),
            new Library("Jackson databind", "tools.jackson.databind..", "simulator", "drill"));

    private static final Set<String> ENDS_THE_PROGRAM =
            Set.of("java.lang.System.exit(int)", "java.lang.Runtime.exit(int)", "java.lang.Runtime.halt(int)");

    private static final JavaClasses PROGRAM =
            new ClassFileImporter().withImportOption(DO_NOT_INCLUDE_TESTS).importPackages("dev.transportadvisor");

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** One for all examples, since it takes time to look through the class path. */
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    static Stream<ArchRule> rules() {
        return Stream.of(
                        PACKAGES.stream().map(Row::rule),
                        LIBRARIES.stream().map(Library::rule),
                        Stream.of(
                                everyPackageIsInTheTable(),
                                noCycles(),
                                onlyThisProcessEndsTheProgram(),
                                optionsAreReadByWhatDeclaresThem()))
                .flatMap(rules -> rules);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theProgramKeepsTo(ArchRule rule) {
        rule.check(PROGRAM);
    }

    @Test
    void theProgramIsLookedAt() {
        assertTrue(PROGRAM.contain("dev.transportadvisor.source.DocumentReader"));
        assertFalse(PROGRAM.contain("dev.transportadvisor.ArchitectureTest"));
    }

    @Test
    void aPackageUsesOnlyLowerRanks() {
        for (Row row : PACKAGES) {
            assertTrue(row.mayUse.stream().allMatch(rank -> rank < row.rank), row::toString);
        }
    }

    /** Each line is a class in the layout of the program, and the rules that it breaks. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                // allowed
                "diagnostic.Uses  | dev.transportadvisor.source.Node used;           | ''",
                "cli.Uses         | dev.transportadvisor.report.Used used;           | ''",
                "cli.Uses         | picocli.CommandLine used;                        | ''",
                "cli.console.ThisProcess | void end() { System.exit(0); }            | ''",
                "lint.deep.Uses   | dev.transportadvisor.manifest.Used used;         | ''",
                // upwards
                "source.Uses      | dev.transportadvisor.cli.Used used;              | source uses no other package",
                "diagnostic.Uses  | dev.transportadvisor.decision.Used used;         | diagnostic uses only ranks 0",
                "decision.Uses    | dev.transportadvisor.lint.Used used;             | decision uses only ranks 0, 1",
                "report.Uses      | Object o = dev.transportadvisor.cli.Used.class;  | report uses only ranks 0, 1, 2,"
                        + " 3, 4",
                // sideways
                "decision.Uses    | dev.transportadvisor.scaffold.Used used;         | decision uses only ranks 0, 1",
                "file.Uses        | dev.transportadvisor.source.Used used;           | file uses no other package",
                "lint.Uses        | dev.transportadvisor.simulator.Used used;        | lint uses only ranks 0, 1, 2",
                // lower, but not in the table
                "edit.Uses        | dev.transportadvisor.diagnostic.Used used;       | edit uses only ranks 0",
                "scaffold.Uses    | dev.transportadvisor.decision.Used used;         | scaffold uses only ranks 0, 1",
                // in a circle
                "lint.Uses        | dev.transportadvisor.report.UsesLint used;       | lint uses only ranks 0, 1, 2;"
                        + " no cycles",
                "lint.deep.Uses   | dev.transportadvisor.lint.UsesDeep used;         | no cycles",
                "lint.deep.Uses   | dev.transportadvisor.lint.Used used;             | ''",
                // in passing: an argument, a list's element, a deeper package
                "lint.Uses        | void f(dev.transportadvisor.drill.Used used) {}  | lint uses only ranks 0, 1, 2",
                "lint.Uses        | java.util.List<dev.transportadvisor.drill.Used> used; | lint uses only ranks 0, 1,"
                        + " 2",
                "lint.deep.Uses   | dev.transportadvisor.drill.Used used;            | lint uses only ranks 0, 1, 2",
                // out of place
                "util.Uses        | int i;                                           | every package is in the table",
                "Uses             | int i;                                           | every package is in the table",
                "report.Uses      | picocli.CommandLine used;                        | picocli stays in cli",
                "decision.Uses    | org.yaml.snakeyaml.Yaml used;                    | SnakeYAML stays in source",
                "cli.Uses         | com.github.freva.asciitable.AsciiTable used;     | ascii-table stays in report",
                "cli.Uses         | org.jline.terminal.Terminal used;                | JLine stays in questionnaire",
                "questionnaire.Uses | org.jline.terminal.Terminal used;              | ''",
                "cli.Uses         | org.eclipse.jetty.server.Server used;            | Jetty stays in simulator",
                "cli.Uses         | tools.jackson.databind.JsonNode used;            | Jackson databind stays in"
                        + " simulator, drill",
                "drill.Uses       | tools.jackson.databind.JsonNode used;            | ''",
                "questionnaire.Uses | dev.transportadvisor.report.Used used;         | questionnaire uses only ranks"
                        + " 0, 1, 2",
                // by name
                "cli.lint.Uses    | boolean fixes(picocli.CommandLine.ParseResult parsed) {"
                        + " return parsed.hasMatchedOption(\"--fix\"); } | options are read by what declares them",
                // the end
                "lint.Uses        | void end() { System.exit(0); }                   | only ThisProcess ends it",
                "cli.Main         | void end() { Runtime.getRuntime().halt(0); }     | only ThisProcess ends it",
                "cli.Uses         | java.util.function.IntConsumer end = System::exit; | only ThisProcess ends it",
            })
    void eachRuleCanFail(String name, String body, String broken, @TempDir Path dir) throws IOException {
        JavaClasses classes = compiled(dir, name, body);

        // One class alone leaves most rules without anything to check.
        List<String> failures = rules().map(rule -> rule.allowEmptyShould(true))
                .filter(rule -> rule.evaluate(classes).hasViolation())
                .map(ArchRule::getDescription)
                .toList();

        assertEquals(broken, String.join("; ", failures));
    }

    private static ArchRule everyPackageIsInTheTable() {
        return classes()
                .should()
                .resideInAnyPackage(packages(PACKAGES.stream()))
                .as("every package is in the table");
    }

    private static ArchRule noCycles() {
        return slices()
                .matching(BASE + "(**)")
                .should()
                .beFreeOfCycles()
                .as("no cycles");
    }

    private static ArchRule onlyThisProcessEndsTheProgram() {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName(BASE + "cli.console.ThisProcess")
                .should()
                .accessTargetWhere(describe(
                        "end the program",
                        (JavaAccess<?> access) ->
                                ENDS_THE_PROGRAM.contains(access.getTarget().getFullName())))
                .as("only ThisProcess ends it");
    }

    /** So that the name of an option stands in one place. */
    private static ArchRule optionsAreReadByWhatDeclaresThem() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "cli.command")
                .should()
                .callMethodWhere(describe(
                        "read an option",
                        call -> call.getTargetOwner().getFullName().equals("picocli.CommandLine$ParseResult")
                                && call.getName().toLowerCase(Locale.ROOT).contains("matched")))
                .as("options are read by what declares them");
    }

    private static String[] packages(Stream<Row> rows) {
        return rows.map(row -> BASE + row.name + "..").toArray(String[]::new);
    }

    private static Row row(int rank, String name, List<Integer> mayUse) {
        return new Row(rank, name, mayUse);
    }

    private static List<Integer> ranks(Integer... ranks) {
        return List.of(ranks);
    }

    /** A package, its rank, and the ranks that it may use. */
    private record Row(int rank, String name, List<Integer> mayUse) {

        ArchRule rule() {
            return noClasses()
                    .that()
                    .resideInAPackage(BASE + name + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages(PACKAGES.stream().filter(this::mayNotUse)))
                    .as(name + (mayUse.isEmpty() ? " uses no other package" : " uses only ranks " + ranksInWords()));
        }

        private boolean mayNotUse(Row other) {
            return other != this && !mayUse.contains(other.rank);
        }

        private String ranksInWords() {
            return String.join(", ", mayUse.stream().map(String::valueOf).toList());
        }
    }

    /** A library that only its homes see. */
    private record Library(String name, String packages, String... homes) {

        ArchRule rule() {
            return noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            Stream.of(homes).map(home -> BASE + home + "..").toArray(String[]::new))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(packages)
                    .as(name + " stays in " + String.join(", ", homes));
        }
    }

    private static JavaClasses compiled(Path dir, String name, String body) throws IOException {
        Path sources = Files.createDirectories(dir.resolve("sources"));
        Path output = Files.createDirectories(dir.resolve("classes"));
        for (Row row : PACKAGES) {
            write(sources, BASE + row.name + ".Used", "public class Used {}");
        }
        write(sources, BASE + "report.UsesLint", "public class UsesLint { dev.transportadvisor.lint.Used used; }");
        write(sources, BASE + "lint.deep.Used", "public class Used {}");
        write(sources, BASE + "lint.UsesDeep", "public class UsesDeep { dev.transportadvisor.lint.deep.Used used; }");
        String simpleName = name.substring(name.lastIndexOf('.') + 1);
        Path uses = write(sources, BASE + name, "class " + simpleName + " { " + body + " }");
        List<String> options = List.of("-proc:none", "-d", output.toString(), "-sourcepath", sources.toString());
        boolean compiles = COMPILER.getTask(null, FILES, null, options, null, FILES.getJavaFileObjects(uses))
                .call();
        assertTrue(compiles, "the example must compile");
        return new ClassFileImporter().importPath(output);
    }

    private static Path write(Path root, String name, String type) throws IOException {
        Path file = root.resolve(name.replace('.', '/') + ".java");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "package " + name.substring(0, name.lastIndexOf('.')) + ";\n" + type + "\n");
    }
}
