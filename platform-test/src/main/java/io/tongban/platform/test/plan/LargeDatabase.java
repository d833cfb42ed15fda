package io.tongban.platform.test.plan;

import io.tongban.platform.test.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A service's database in which every table that grows has many rows, none of them of interest: no id, no name that any test knows, and
 * nothing that has expired or is due, nothing of what is kept in an index for the few rows that have it.
 *
 * <p>So a statement that looks at many pages of it looks at what does not concern it.
 */
final class LargeDatabase {

    private static final int ROWS = 40_000;

    private final Set<String> grown = new TreeSet<>();

    private LargeDatabase() {}

    /**
     * Fills a database.
     *
     * @param small tables that do not grow with what the service does; they stay as the migrations left them
     */
    static LargeDatabase fill(TestDatabase database, Set<String> small) {
        SingleConnectionDataSource session = database.superuserSession();
        try {
            LargeDatabase large = new LargeDatabase();
            JdbcClient superuser = JdbcClient.create(session);
            superuser.sql("set session_replication_role = replica").update(); // no trigger, no foreign key
            for (String table : tables(superuser)) {
                if (!small.contains(table)) {
                    fill(superuser, table);
                    large.grown.add(table);
                }
            }
            superuser.sql("analyze").update();
            return large;
        } finally {
            session.destroy();
        }
    }

    /** Names of the tables that were filled. */
    Set<String> grown() {
        return grown;
    }

    private static List<String> tables(JdbcClient superuser) {
        return superuser.sql("""
                        select c.oid::regclass::text
                        from pg_class c
                        where c.relkind = 'r'
                            and c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
                            and c.relname !~ '^flyway_'
                        order by 1
                        """).query(String.class).list();
    }

    private static void fill(JdbcClient superuser, String table) {
        superuser
                .sql("""
                        select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname)
                        from pg_constraint
                        where conrelid = :table::regclass and contype in ('c', 'f')
                        """)
                .param("table", table)
                .query(String.class)
                .list()
                .forEach(drop -> superuser.sql(drop).update());
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        superuser.sql("""
                        select quote_ident(attname) as name, format_type(atttypid, null) as type, exists (
                            select from pg_index
                            where indrelid = attrelid
                                and pg_get_expr(indpred, indrelid) ~ ('\\m' || attname || ' IS NOT NULL')) as rare
                        from pg_attribute
                        where attrelid = :table::regclass and attnum > 0 and not attisdropped and attgenerated = ''
                        order by attnum
                        """).param("table", table).query(row -> {
            names.add(row.getString("name"));
            values.add(row.getBoolean("rare") ? "null" : value(table, row.getString("name"), row.getString("type")));
        });
        superuser
                .sql("insert into %s (%s) select %s from generate_series(1, %d) as i"
                        .formatted(table, String.join(", ", names), String.join(", ", values), ROWS))
                .update();
    }

    private static String value(String table, String column, String type) {
        if (type.endsWith("[]")) {
            return "array[" + value(table, column, type.substring(0, type.length() - 2)) + "]";
        }
        String word = "md5('" + table + column + "' || i)";
        return switch (type) {
            case "uuid" -> "uuidv7()";
            case "text" -> word;
            case "bytea" -> "decode(" + word + ", 'hex')";
            case "boolean" -> "i % 2 = 0";
            case "smallint" -> "i % 30000";
            case "integer", "bigint", "numeric" -> "i";
            case "json", "jsonb" -> "'{}'";
            case "date" -> "date '2999-01-01' + i % 1000";
            case "timestamp with time zone" -> "timestamptz '2999-01-01Z' + i * interval '1 second'";
            default ->
                throw new IllegalStateException(table + "." + column + " is of a type that is not filled: " + type);
        };
    }
}
