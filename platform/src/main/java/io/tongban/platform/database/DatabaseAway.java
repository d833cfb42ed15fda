package io.tongban.platform.database;

import io.tongban.platform.problem.GeneralProblem;
import io.tongban.platform.problem.Problem;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;

/**
 * Tells a database that is away, full or too slow from one that refuses a statement for what it says.
 *
 * <p>Source of the codes: PostgreSQL, appendix A, "PostgreSQL Error Codes".
 */
public final class DatabaseAway {

    /** Connection exceptions, insufficient resources, operator intervention (also a statement that took too long). */
    private static final Set<String> CLASSES = Set.of("08", "53", "57");

    /**
     * A server that only reads, a transaction that did nothing or went on for too long, a lost race that the service's own repetition did
     * not win, a lock that was waited for too long.
     */
    private static final Set<String> CODES = Set.of("25006", "25P03", "25P04", "40001", "40P01", "55P03");

    private static final String RETRY_AFTER = "2";

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAway.class);

    private DatabaseAway() {}

    /** The failure of the database among the causes, if it may pass by itself; empty for every other failure. */
    public static Optional<SQLException> in(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refusal) {
                return mayPass(refusal) ? Optional.of(refusal) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** What the caller is told of such a failure; it is logged in one line, however many calls meet it. */
    public static Optional<Problem> problem(Throwable failure) {
        return in(failure).map(away -> {
            // The server's own words can quote a row.
            LOG.warn(
                    "The database is away or full: {} {}",
                    away.getSQLState(),
                    failure.getClass().getSimpleName());
            return Problem.of(GeneralProblem.UNAVAILABLE, away).header(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        });
    }

    private static boolean mayPass(SQLException failure) {
        if (failure instanceof SQLTransientConnectionException) {
            return true; // no connection, whatever the server says why
        }
        String code = failure.getSQLState();
        // The server and its driver always say a code; without one it is the pool, whose connection is gone.
        return code == null || code.length() != 5 || CODES.contains(code) || CLASSES.contains(code.substring(0, 2));
    }
}
