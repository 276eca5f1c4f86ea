package dev.transportadvisor.report;

import dev.transportadvisor.drill.Comparison;
import dev.transportadvisor.drill.DrillReport;
import dev.transportadvisor.drill.ScenarioResult;
import dev.transportadvisor.drill.Transport;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/**
 * A drill as the results of tests: a suite for each transport and one for the comparison, a case for each scenario.
 *
 * @see <a href="https://github.com/testmoapp/junitxml">The elements that readers of this format agree on</a>
 */
public final class JUnitDrillFormatter implements DrillFormatter {

    @Override
    public String format(DrillReport report) {
        return Xml.text(xml -> new Document(xml).write(report));
    }

    private record Document(Xml xml) {

        void write(DrillReport report) throws XMLStreamException {
            xml.declaration();
            xml.start("testsuites");
            xml.attribute("name", "transport-advisor drill of " + report.bot());
            for (Transport transport : report.transports()) {
                suite(transport.word(), report.results().stream()
                        .filter(result -> result.transport() == transport)
                        .filter(result -> result.status() != ScenarioResult.Status.NOT_APPLICABLE)
                        .toList());
            }
            if (report.comparison().compared() > 0) {
                comparison(report.comparison());
            }
            xml.end();
        }

        private void suite(String name, List<ScenarioResult> results) throws XMLStreamException {
            start(name, results.size(), count(results, ScenarioResult.Status.FAILED),
                    count(results, ScenarioResult.Status.SKIPPED));
            for (ScenarioResult result : results) {
                testCase(name, result.scenario().id());
                switch (result.status()) {
                    case FAILED -> failure(result.reason(), result.reason() + "\n" + result.scenario().remedy());
                    case SKIPPED -> {
                        xml.start("skipped");
                        xml.attribute("message", result.reason());
                        xml.end();
                    }
                    default -> { }
                }
                xml.end();
            }
            xml.end();
        }

        private static int count(List<ScenarioResult> results, ScenarioResult.Status status) {
            return (int) results.stream().filter(result -> result.status() == status).count();
        }

        private void comparison(Comparison comparison) throws XMLStreamException {
            boolean isSame = comparison.differences().isEmpty();
            start(DrillWords.COMPARISON, 1, isSame ? 0 : 1, 0);
            testCase(DrillWords.COMPARISON, DrillWords.COMPARISON);
            if (!isSame) {
                failure("The bot does not do the same over both transports.", comparison.differences().stream()
                        .map(DrillWords::sentence)
                        .collect(Collectors.joining("\n")));
            }
            xml.end();
            xml.end();
        }

        private void start(String name, int tests, int failures, int skipped) throws XMLStreamException {
            xml.start("testsuite");
            xml.attribute("name", name);
            xml.attribute("tests", String.valueOf(tests));
            xml.attribute("failures", String.valueOf(failures));
            xml.attribute("errors", "0");
            xml.attribute("skipped", String.valueOf(skipped));
        }

        private void testCase(String suite, String name) throws XMLStreamException {
            xml.start("testcase");
            xml.attribute("classname", suite);
            xml.attribute("name", name);
        }

        private void failure(String message, String text) throws XMLStreamException {
            xml.start("failure");
            xml.attribute("type", "scenario");
            xml.attribute("message", message);
            xml.text(text);
            xml.end();
        }
    }
}
