package dev.transportadvisor.report.drill;

import dev.transportadvisor.drill.Comparison;
import dev.transportadvisor.drill.DrillReport;
import dev.transportadvisor.drill.ScenarioResult;
import dev.transportadvisor.drill.Transport;
import dev.transportadvisor.report.format.JUnitWriter;
import dev.transportadvisor.report.format.XmlWriter;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/** A drill as results of tests: a suite for each transport and one for the comparison, a case for each scenario. */
public final class JUnitDrillFormatter implements DrillFormatter {

    @Override
    public String format(DrillReport report) {
        return XmlWriter.text("testsuites", xml -> {
            xml.attribute("name", "transport-advisor drill of " + report.bot());
            JUnitWriter out = new JUnitWriter(xml);
            for (Transport transport : report.transports()) {
                suite(out, transport.word(), played(report, transport));
            }
            if (report.comparison().compared() > 0) {
                comparison(out, report.comparison());
            }
        });
    }

    private static List<ScenarioResult> played(DrillReport report, Transport transport) {
        return report.results().stream()
                .filter(result -> result.transport() == transport)
                .filter(result -> result.status() != ScenarioResult.Status.NOT_APPLICABLE)
                .toList();
    }

    private static void suite(JUnitWriter out, String name, List<ScenarioResult> results) throws XMLStreamException {
        JUnitWriter.Count count = new JUnitWriter.Count(
                results.size(),
                count(results, ScenarioResult.Status.FAILED),
                count(results, ScenarioResult.Status.SKIPPED));
        out.suite(name, count, suite -> {
            for (ScenarioResult result : results) {
                out.testCase(name, result.scenario().id(), testCase -> verdict(out, result));
            }
        });
    }

    private static long count(List<ScenarioResult> results, ScenarioResult.Status status) {
        return results.stream().filter(result -> result.status() == status).count();
    }

    private static void verdict(JUnitWriter out, ScenarioResult result) throws XMLStreamException {
        if (result.status() == ScenarioResult.Status.FAILED) {
            out.failure("scenario", result.reason(), result.reason() + "\n" + result.advice().remedy());
        } else if (result.status() == ScenarioResult.Status.SKIPPED) {
            out.skipped(result.reason());
        }
        if (!DrillWords.shares(result).isEmpty()) {
            out.output(DrillWords.SHARES + ": " + DrillWords.shares(result));
        }
    }

    private static void comparison(JUnitWriter out, Comparison comparison) throws XMLStreamException {
        String name = DrillWords.COMPARISON;
        String differences =
                comparison.differences().stream().map(DrillWords::sentence).collect(Collectors.joining("\n"));
        JUnitWriter.Count count = new JUnitWriter.Count(1, differences.isEmpty() ? 0 : 1, 0);
        out.suite(name, count, suite -> out.testCase(name, name, testCase -> {
            if (!differences.isEmpty()) {
                out.failure("scenario", "The bot does not do the same over both transports.", differences);
            }
        }));
    }
}
