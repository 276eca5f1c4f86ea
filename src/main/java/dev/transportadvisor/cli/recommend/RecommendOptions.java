package dev.transportadvisor.cli.recommend;

import dev.transportadvisor.cli.command.Argument;
import dev.transportadvisor.cli.command.Options;
import dev.transportadvisor.cli.command.Parameters;
import dev.transportadvisor.source.InputException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/**
 * What the command line of {@code recommend} says.
 *
 * @param date of the decision record
 * @param isExplained whether a text is to give all reasons
 * @param rules the folder of a decision table of the user's own
 */
record RecommendOptions(
        String answers,
        RecommendFormat format,
        Optional<Path> output,
        Optional<String> expected,
        Optional<LocalDate> date,
        boolean isExplained,
        Optional<Path> rules) {

    private static final Argument<RecommendFormat> FORMAT =
            Options.format(RecommendFormat.class, RecommendFormat.TEXT);

    static final Argument<Optional<String>> EXPECT = Options.text(
            "--expect",
            "TRANSPORT",
            "Exit with 1 when another transport is recommended, and say which answers caused it.");

    private static final Argument<Optional<LocalDate>> DATE = Options.value(
            "--date",
            "DATE",
            LocalDate.class,
            RecommendOptions::date,
            "The date of the decision record (--format markdown), such as 2026-11-24. Default: none.");

    private static final Argument<Boolean> WHY =
            Options.flag("--why", "Give every reason, source and caution, and all that would change it.");

    static final List<Argument<?>> ALL =
            List.of(Parameters.ANSWERS, WHY, FORMAT, Options.OUTPUT, EXPECT, DATE, Options.RULES);

    RecommendOptions {
        if (format != RecommendFormat.MARKDOWN && date.isPresent()) {
            throw new InputException(
                    DATE.name() + " is for the decision record: add " + FORMAT.name() + " markdown.");
        }
    }

    static RecommendOptions of(ParseResult parsed) {
        return new RecommendOptions(
                Parameters.ANSWERS.in(parsed),
                FORMAT.in(parsed),
                Options.OUTPUT.in(parsed),
                EXPECT.in(parsed),
                DATE.in(parsed),
                WHY.in(parsed),
                Options.RULES.in(parsed));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text + "' is no date. Write it as 2026-11-24");
        }
    }
}
