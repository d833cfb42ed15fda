package io.tongban.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tongban.platform.test.TimeoutTable.Row;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The table of time-outs holds for the platform, its order holds for all, and it bites in every direction. */
class TimeoutTableTests {

    private static final String HEADER = """
            # Time-outs

            | service | what | setting | value | why | less than |
            |---|---|---|---|---|---|
            """;

    @Test
    void theTableNamesEveryTimeOutOfThePlatform() {
        TimeoutTable.check("platform", "io.tongban.platform", Path.of("..", "platform"));
    }

    @Test
    void whatMustBeLessIsLess() {
        TimeoutTable.checkOrder();
    }

    @Test
    void aRowForEverySettingWithItsValueIsNoDifference() {
        List<Row> rows = rows("| inner | a | `one.timeout` | 2s | x | – |", "| inner | b | `Type.WAIT` | 5m | x | – |");
        assertThat(TimeoutTable.differences(rows, "inner", Map.of("one.timeout", "2000ms", "Type.WAIT", "PT5M")))
                .isEmpty();
    }

    @Test
    void aSettingWithoutARowARowWithoutASettingAndAnotherValueAreDifferences() {
        List<Row> rows = rows(
                "| inner | a | `one.timeout` | 2s | x | – |",
                "| inner | b | `gone.timeout` | 2s | x | – |",
                "| inner | b | `twice.timeout` | 2s | x | – |",
                "| inner | b | `twice.timeout` | 2s | x | – |",
                "| other | b | `not.asked` | 2s | x | – |");
        assertThat(TimeoutTable.differences(
                        rows, "inner", Map.of("one.timeout", "2500ms", "new.timeout", "1s", "twice.timeout", "2s")))
                .containsExactlyInAnyOrder(
                        "one.timeout is 2500ms, its row says 2s",
                        "new.timeout (1s) has no row of inner",
                        "gone.timeout has a row of inner and is no setting",
                        "twice.timeout has two rows");
    }

    @Test
    void theOrderOfTwoServicesIsSeen() {
        List<Row> rows = rows(
                "| inner | a | `budget` | 8s | x | outer `answer` |",
                "| inner | b | `page` | 8000ms | x | `budget` |",
                "| inner | c | `connect` | 1s | x | `page`, outer `gone` |",
                "| outer | d | `answer` | 10s | x | – |");
        assertThat(TimeoutTable.disorder(rows))
                .containsExactlyInAnyOrder(
                        "inner page (8000ms) is not less than inner budget (8s)",
                        "inner connect (1s): outer `gone` has no row of outer");
    }

    @Test
    void aLineThatIsNoRowIsRefused() {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> rows("| inner | a | `one` | 2s | x |"));
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> rows("| inner | a | one | 2s | x | – |"));
    }

    @Test
    void whatIsWrittenIsFoundByItsValueOrItsName() {
        assertThat(TimeSettings.of(Map.ofEntries(
                        Map.entry("a.every", "15s"),
                        Map.entry("a.budget", "PT8S"),
                        Map.entry("a.connect-timeout", "1000"),
                        Map.entry("a.socket-timeout", "10"),
                        Map.entry("a.socket-timeout-unit", "seconds"),
                        Map.entry("resilience4j.retry.configs.default.max-attempts", "3"),
                        Map.entry("resilience4j.retry.configs.default.enable-randomized-wait", "true"),
                        Map.entry("a.hikari.maximum-pool-size", "20"),
                        Map.entry("server.port", "8401"),
                        Map.entry("a.limit", "1MB"))))
                .containsOnly(
                        Map.entry("a.every", "15s"),
                        Map.entry("a.budget", "PT8S"),
                        Map.entry("a.connect-timeout", "1000ms"),
                        Map.entry("a.socket-timeout", "10s"),
                        Map.entry("resilience4j.retry.configs.default.max-attempts", "3"),
                        Map.entry("a.hikari.maximum-pool-size", "20"));
    }

    @Test
    void durationsOfPropertiesAreFoundInsideAndConstantsToo() {
        assertThat(TimeSettings.of(List.of(Settings.class, Fixed.class)))
                .containsOnly(
                        Map.entry("sample.first-pause", "5s"),
                        Map.entry("sample.inner.no-default", "not set"),
                        Map.entry("sample.each.*.pause", "PT1M"),
                        Map.entry("Fixed.PATIENCE", "PT30S"));
    }

    private static List<Row> rows(String... lines) {
        return TimeoutTable.rows(HEADER + String.join("\n", lines));
    }

    @ConfigurationProperties("sample")
    private record Settings(@DefaultValue("5s") Duration firstPause, int most, Inner inner, Map<String, Each> each) {}

    private record Inner(Duration noDefault) {}

    private record Each(@DefaultValue("PT1M") Duration pause) {}

    @SuppressWarnings("UnusedVariable") // read by reflection
    private static final class Fixed {

        static final Duration PATIENCE = Duration.ofSeconds(30);
        static final int NO_TIME = 30;

        private Fixed() {}
    }
}
