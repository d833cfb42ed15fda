package io.tongban.bench.network;

import io.tongban.sandbox.process.GuardedProcess;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * What a network has used since it was started.
 *
 * @param processor processor time of each part, its ended children included
 * @param stored bytes of each database
 * @param wal bytes of the write-ahead log
 * @param pageImages whole pages in the write-ahead log
 * @param transactions committed transactions of each database
 */
public record Use(
        Map<String, Duration> processor,
        Map<String, Long> stored,
        long wal,
        long pageImages,
        Map<String, Long> transactions) {

    private static final List<String> DATABASES = List.of("permit", "insurance", "community");

    public static Use of(CityNetwork network) throws SQLException {
        Map<String, Duration> processor = new LinkedHashMap<>();
        for (GuardedProcess process : network.processes()) {
            processor.put(process.name(), ProcessTime.of(process));
        }
        Map<String, Long> stored = new LinkedHashMap<>();
        Map<String, Long> transactions = new LinkedHashMap<>();
        try (Connection connection = network.databases().connect("postgres");
                Statement statement = connection.createStatement()) {
            for (String database : DATABASES) {
                stored.put(database, number(statement, "select pg_database_size('" + database + "')"));
                transactions.put(
                        database,
                        number(
                                statement,
                                "select xact_commit from pg_stat_database where datname = '" + database + "'"));
            }
            return new Use(
                    processor,
                    stored,
                    number(statement, "select pg_current_wal_insert_lsn() - '0/0'"),
                    number(statement, "select wal_fpi from pg_stat_wal"),
                    transactions);
        }
    }

    /** What was used since then. */
    public Use since(Use before) {
        return new Use(
                minus(processor, before.processor, Duration::minus),
                minus(stored, before.stored, (now, then) -> now - then),
                wal - before.wal,
                pageImages - before.pageImages,
                minus(transactions, before.transactions, (now, then) -> now - then));
    }

    public long storedBytes() {
        return stored.values().stream().mapToLong(Long::longValue).sum();
    }

    private static <T> Map<String, T> minus(Map<String, T> now, Map<String, T> then, BinaryOperator<T> difference) {
        Map<String, T> result = new LinkedHashMap<>();
        now.forEach((name, value) -> {
            T earlier = then.get(name);
            result.put(name, earlier == null ? value : difference.apply(value, earlier));
        });
        return result;
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
