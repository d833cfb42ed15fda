package io.tongban.platform.idempotency;

import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * That this replica lives, as the other replicas see it: an advisory lock, held by a session of the database that does nothing else.
 *
 * <p>The server lets the lock go with the session, whatever ended it: the process, the machine, the network or the server itself. The
 * number of the lock is new with each session, for an old session may still be there when the next one begins.
 */
final class Presence implements AutoCloseable {

    /** Between two looks whether the session is still there. */
    private static final Duration EVERY = Duration.ofSeconds(1);

    /** After so much silence, and then again, the server asks for a sign of life; three that are missing end the session. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

    private static final int MISSING_SIGNS = 3;

    private static final Logger log = LoggerFactory.getLogger(Presence.class);

    private final DataSource pool;
    private final SecureRandom numbers = new SecureRandom();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("presence").daemon().factory());
    private @Nullable Future<?> rounds;
    private volatile @Nullable Session session;

    /** @param pool whose settings the session has, time-outs included; it is none of its connections */
    Presence(DataSource pool) {
        this.pool = pool;
    }

    void begin() {
        look();
        rounds = looks.scheduleWithFixedDelay(this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The number of the lock; null while there is no session. */
    @Nullable
    Long number() {
        Session present = session;
        return present == null ? null : present.number();
    }

    /** Lets all go that is held under the number, and takes a new one: something that was held cannot be given back by itself. */
    void renew() {
        looks.execute(() -> {
            leave();
            look();
        });
    }

    @Override
    public void close() {
        if (rounds != null) {
            rounds.cancel(false);
        }
        looks.execute(this::leave);
        looks.shutdown();
    }

    private void look() {
        Session present = session;
        if (present != null && present.lives()) {
            return;
        }
        if (present != null) {
            log.warn("The session that shows that this replica lives has ended; another one is opened");
            leave();
        }
        try {
            Session next = new Session(numbers.nextLong(), connect());
            session = next; // a record names it no earlier than the lock is there
            next.lock();
        } catch (SQLException away) {
            leave();
            log.debug("No session can be opened: {}", away.getSQLState()); // every request says so, too
        }
    }

    private void leave() {
        Session present = session;
        session = null;
        if (present != null) {
            present.end();
        }
    }

    private Connection connect() throws SQLException {
        HikariDataSource settings = pool.unwrap(HikariDataSource.class);
        Properties properties = new Properties();
        properties.putAll(settings.getDataSourceProperties());
        properties.setProperty("user", settings.getUsername());
        if (settings.getPassword() != null) {
            properties.setProperty("password", settings.getPassword());
        }
        properties.setProperty("ApplicationName", "presence of a replica");
        properties.setProperty(
                "options",
                "%s -c tcp_keepalives_idle=%d -c tcp_keepalives_interval=%2$d -c tcp_keepalives_count=%d"
                        .formatted(properties.getProperty("options", ""), SIGN_OF_LIFE.toSeconds(), MISSING_SIGNS));
        return DriverManager.getConnection(settings.getJdbcUrl(), properties);
    }

    /** The session that holds the lock. */
    private record Session(long number, Connection connection) {

        void lock() throws SQLException {
            try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_lock(?)")) {
                lock.setLong(1, number);
                lock.execute();
            }
        }

        boolean lives() {
            try {
                return connection.isValid(0); // bounded by the time-out of the socket
            } catch (SQLException gone) {
                return false;
            }
        }

        void end() {
            try {
                connection.close();
            } catch (SQLException gone) {
                log.debug("The session ended by itself: {}", gone.getSQLState());
            }
        }
    }
}
