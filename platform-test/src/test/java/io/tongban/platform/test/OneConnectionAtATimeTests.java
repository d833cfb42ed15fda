package io.tongban.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@SampleServiceTest
class OneConnectionAtATimeTests {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transactions;

    @Test
    void aStatementInsideAnothersRowMapperIsFound() {
        assertThatExceptionOfType(CannotGetJdbcConnectionException.class)
                .isThrownBy(() -> jdbc.sql("select 1")
                        .query((row, number) ->
                                jdbc.sql("select 2").query(Integer.class).single())
                        .list())
                .havingRootCause()
                .isInstanceOf(IllegalStateException.class)
                .withMessageContaining("asks for another one");
        assertThat(jdbc.sql("select 3").query(Integer.class).single()).isEqualTo(3);
    }

    @Test
    void statementsOfOneTransactionShareItsConnection() {
        Integer sum = transactions.execute(
                transaction -> jdbc.sql("select 1").query(Integer.class).single()
                        + jdbc.sql("select 2").query(Integer.class).single());

        assertThat(sum).isEqualTo(3);
    }
}
