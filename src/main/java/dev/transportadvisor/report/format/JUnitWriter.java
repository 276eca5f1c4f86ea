package dev.transportadvisor.report.format;

import javax.xml.stream.XMLStreamException;

/**
 * Writes results of tests.
 *
 * @see <a href="https://github.com/testmoapp/junitxml">The elements that readers of this format agree on</a>
 */
public record JUnitWriter(XmlWriter xml) {

    /** What a suite holds. */
    public record Count(long tests, long failures, long skipped) {

        public void write(XmlWriter xml) throws XMLStreamException {
            xml.attribute("tests", String.valueOf(tests));
            xml.attribute("failures", String.valueOf(failures));
            xml.attribute("errors", "0");
            xml.attribute("skipped", String.valueOf(skipped));
        }
    }

    public void suite(String name, Count count, XmlWriter.Content cases) throws XMLStreamException {
        xml.element("testsuite", suite -> {
            suite.attribute("name", name);
            count.write(suite);
            cases.write(suite);
        });
    }

    /** @param result attributes, and what else came of the case than that it passed */
    public void testCase(String suite, String name, XmlWriter.Content result) throws XMLStreamException {
        xml.element("testcase", testCase -> {
            testCase.attribute("classname", suite);
            testCase.attribute("name", name);
            result.write(testCase);
        });
    }

    public void failure(String type, String message, String text) throws XMLStreamException {
        xml.element("failure", failure -> {
            failure.attribute("type", type);
            failure.attribute("message", message);
            failure.text(text);
        });
    }

    /** What a case printed. */
    public void output(String text) throws XMLStreamException {
        xml.element("system-out", output -> output.text(text));
    }

    public void skipped(String message) throws XMLStreamException {
        xml.element("skipped", skipped -> skipped.attribute("message", message));
    }
}
