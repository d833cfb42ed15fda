package io.tongban.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tongban.platform.test.SampleServiceTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The pool of a service as Spring makes it: 15 connections, of which three lanes have one each. */
@SampleServiceTest
@TestPropertySource(
        properties = {
            "tongban.database.reserved.online=1",
            "tongban.database.reserved.community=1",
            "spring.datasource.hikari.connection-timeout=2000" // the pool makes its connections while the test asks
        })
class SharedPoolTests {

    @Autowired
    private DataSource pool;

    @Test
    void aLaneThatHoldsAllThatItCanLeavesTheOthersTheirs() throws Exception {
        assertThat(pool.isWrapperFor(SharedPool.class)).isTrue();
        List<Connection> held = new ArrayList<>();
        try {
            for (int i = 0; i < 13; i++) {
                held.add(connectionOf("online"));
            }
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> connectionOf("online"))
                    .withCauseInstanceOf(SQLTransientConnectionException.class);

            connectionOf("community").close();
            connectionOf(LaneShares.OWN_WORK).close();
        } finally {
            for (Connection connection : held) {
                connection.close();
            }
        }
        connectionOf("online").close();
    }

    /** In a thread of its own, like a request. */
    private Connection connectionOf(String lane) throws Exception {
        try (ExecutorService request = Executors.newSingleThreadExecutor()) {
            return request.submit((Callable<Connection>) () -> connected(lane)).get();
        }
    }

    private Connection connected(String lane) throws SQLException {
        CurrentLane.enter(lane);
        return pool.getConnection();
    }
}
