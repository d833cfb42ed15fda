package io.tongban.platform.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A connection pool in which every lane has its share. */
final class SharedPool extends DelegatingDataSource {

    private final LaneShares shares;
    private final Duration patience;

    /** @param patience how long one waits for a place */
    SharedPool(DataSource pool, LaneShares shares, Duration patience) {
        super(pool);
        this.shares = shares;
        this.patience = patience;
    }

    @Override
    public Connection getConnection() throws SQLException {
        LaneShares.Share share = place();
        try {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    givingBack(connection, share));
        } catch (SQLException | RuntimeException none) {
            shares.leave(share);
            throw none;
        }
    }

    private LaneShares.Share place() throws SQLException {
        try {
            LaneShares.@Nullable Share share = shares.enter(CurrentLane.name(), patience);
            if (share == null) {
                throw new SQLTransientConnectionException(
                        "no connection of the lane became free within " + patience.toMillis() + " ms");
            }
            return share;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("interrupted while waiting for a connection", interrupted);
        }
    }

    private InvocationHandler givingBack(Connection connection, LaneShares.Share share) {
        AtomicBoolean given = new AtomicBoolean();
        return (proxy, method, arguments) -> {
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            } finally {
                if (method.getName().equals("close") && given.compareAndSet(false, true)) {
                    shares.leave(share);
                }
            }
        };
    }
}
