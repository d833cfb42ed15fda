package io.tongban.platform.test.plan;

import io.tongban.platform.test.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The plan of each statement of a service in a {@link LargeDatabase}, looked at once.
 *
 * <p>It is run there with the values that it was sent with, and rolled back: it may touch few pages. And its plan for any values may not
 * read a grown table from end to end, nor walk an index to the end to look whether something holds.
 *
 * <p>The class path of the tests says in {@code statement-plans.properties} which tables are small, {@code small.TABLE = why}, and which
 * statements may touch more, {@code known.NAME = words that it contains} and {@code known.NAME.why = why}.
 */
final class StatementPlans {

    /** A few rows written at once into two tables, each with its indexes and a trigger that reads, touch half of it. */
    private static final int MOST_PAGES = 200;

    private static final String EXCEPTIONS = "/statement-plans.properties";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Connection session;
    private final Connection simple;
    private final Set<String> grown;
    private final Properties exceptions;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final List<String> findings = new ArrayList<>();

    private StatementPlans(TestDatabase database, Set<String> grown, Properties exceptions) throws SQLException {
        this.session = database.runtimeSession("");
        this.simple =
                database.runtimeSession("preferQueryMode=simple"); // a generic plan is for values that nobody has bound
        session.setAutoCommit(false);
        this.grown = grown;
        this.exceptions = exceptions;
    }

    /** @param database that nothing else uses */
    static StatementPlans in(TestDatabase database) {
        Properties exceptions = exceptions();
        Set<String> small = exceptions.stringPropertyNames().stream()
                .filter(name -> name.startsWith("small."))
                .map(name -> name.substring("small.".length()))
                .collect(Collectors.toSet());
        Set<String> grown = LargeDatabase.fill(database, small).grown();
        try {
            return new StatementPlans(database, grown, exceptions);
        } catch (SQLException e) {
            throw new IllegalStateException("the large database cannot be asked", e);
        }
    }

    /** Looks at a statement that was not looked at before; whoever sends it meanwhile does not wait. */
    void look(String sql, List<ParameterSetOperation> values) {
        if (seen.add(sql)) {
            finding(sql, values).ifPresent(found -> add(found + "\n" + sql.strip()));
        }
    }

    private synchronized void add(String finding) {
        findings.add(finding);
    }

    /** What was found since it was asked last. */
    synchronized List<String> takeFindings() {
        List<String> taken = List.copyOf(findings);
        findings.clear();
        return taken;
    }

    /** What is wrong with a statement, if anything. */
    synchronized Optional<String> finding(String sql, List<ParameterSetOperation> values) {
        if (isKnown(sql)) {
            return Optional.empty();
        }
        try {
            Optional<String> found = inGeneral(sql);
            return found.isPresent() ? found : withItsValues(sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException("the large database cannot be asked", e);
        }
    }

    private boolean isKnown(String sql) {
        return exceptions.stringPropertyNames().stream()
                .filter(name -> name.startsWith("known.") && !name.endsWith(".why"))
                .anyMatch(name -> sql.contains(exceptions.getProperty(name)));
    }

    private Optional<String> inGeneral(String sql) {
        try (Statement statement = simple.createStatement();
                ResultSet row = statement.executeQuery("explain (generic_plan, format json) " + numbered(sql))) {
            row.next();
            return walk(JSON.readTree(row.getString(1)).path(0).path("Plan"));
        } catch (SQLException noPlan) { // a command, or a value whose type only its value tells
            return Optional.empty();
        }
    }

    private Optional<String> walk(JsonNode plan) {
        String node = plan.path("Node Type").asString();
        String table = plan.path("Relation Name").asString("");
        if (node.equals("Seq Scan") && isGrown(plan, table)) {
            return Optional.of("reads all of " + table);
        }
        if (node.startsWith("Index") && plan.has("Filter") && !plan.has("Index Cond") && isGrown(plan, table)) {
            return Optional.of("walks all of " + plan.path("Index Name").asString() + " to look at "
                    + plan.path("Filter").asString());
        }
        return plan.path("Plans")
                .valueStream()
                .flatMap(part -> walk(part).stream())
                .findFirst();
    }

    private boolean isGrown(JsonNode plan, String table) {
        String schema = plan.path("Schema").asString("");
        return grown.contains(table)
                || grown.contains(schema + "." + table)
                || grown.stream().anyMatch(name -> name.endsWith("." + table));
    }

    private Optional<String> withItsValues(String sql, List<ParameterSetOperation> values) throws SQLException {
        try (PreparedStatement statement =
                session.prepareStatement("explain (analyze, buffers, timing off, format json) " + sql)) {
            for (ParameterSetOperation value : values) {
                value.getMethod().invoke(statement, value.getArgs());
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                JsonNode plan = JSON.readTree(row.getString(1)).path(0).path("Plan");
                int pages = plan.path("Shared Hit Blocks").asInt()
                        + plan.path("Shared Read Blocks").asInt();
                return pages <= MOST_PAGES ? Optional.empty() : Optional.of("touches " + pages + " pages");
            }
        } catch (SQLException notRun) { // a command, or a row that a trigger refuses among so many others
            return Optional.empty();
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a value cannot be set again", e);
        } finally {
            session.rollback();
        }
    }

    /** Placeholders as PostgreSQL has them. */
    private static String numbered(String sql) {
        StringBuilder numbered = new StringBuilder();
        boolean quoted = false;
        int number = 0;
        for (int i = 0; i < sql.length(); i++) {
            char each = sql.charAt(i);
            quoted ^= each == '\'';
            if (each == '?' && !quoted) {
                numbered.append('$').append(++number);
            } else {
                numbered.append(each);
            }
        }
        return numbered.toString();
    }

    private static Properties exceptions() {
        Properties exceptions = new Properties();
        try (InputStream file = StatementPlans.class.getResourceAsStream(EXCEPTIONS)) {
            if (file != null) {
                exceptions.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return exceptions;
    }
}
