package io.tongban.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.platform.problem.GeneralProblem;
import io.tongban.platform.problem.Problem;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAwayTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08001", "08006", "53300", "53100", "57014", "57P01", "57P03", "25006", "25P03", "25P04", "40001",
                "40P01", "55P03"
            })
    void aDatabaseThatIsAwayFullOrTooSlowPasses(String code) {
        Problem problem = DatabaseAway.problem(new RuntimeException(new SQLException("a row of somebody", code)))
                .orElseThrow();

        assertThat(problem.type()).isEqualTo(GeneralProblem.UNAVAILABLE);
        assertThat(problem.headers()).containsKey("Retry-After");
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22021", "42P01", "42501", "P0001", "25P02"})
    void aStatementThatIsRefusedForWhatItSaysIsOurMistake(String code) {
        assertThat(DatabaseAway.in(new RuntimeException(new SQLException("no", code))))
                .isEmpty();
    }

    @Test
    void aPoolWithoutAFreeConnectionPasses() {
        assertThat(DatabaseAway.in(new RuntimeException(new SQLTransientConnectionException("none free"))))
                .isPresent();
        assertThat(DatabaseAway.in(new SQLTransientConnectionException("lets nobody in", "55000")))
                .isPresent();
        assertThat(DatabaseAway.in(new RuntimeException(new SQLException("Connection is closed"))))
                .isPresent();
    }

    @Test
    void whatIsNoFailureOfADatabaseIsNone() {
        assertThat(DatabaseAway.in(new IllegalStateException("broken"))).isEmpty();
    }
}
