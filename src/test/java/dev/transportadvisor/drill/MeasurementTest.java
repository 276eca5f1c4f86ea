package dev.transportadvisor.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasurementTest {

    /** The nearest rank, by its definition: the smallest value that at least so many percent do not exceed. */
    @ParameterizedTest
    @CsvSource({"1, 50, 1", "1, 95, 1", "2, 50, 1", "3, 50, 2", "20, 95, 19", "21, 95, 20", "100, 95, 95", "7, 100, 7"})
    void takesPercentilesByTheNearestRank(int answers, int percent, int millis) {
        Measurement measurement = new Measurement(
                IntStream.range(0, answers)
                        .mapToObj(i -> Duration.ofMillis(answers - i))
                        .toList(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        assertEquals(Optional.of(Duration.ofMillis(millis)), measurement.percentile(percent));
    }

    @Test
    void hasNoPercentileWithoutAnswers() {
        assertEquals(Optional.empty(), Measurement.NONE.percentile(50));
    }
}
