package io.tongban.bench.lifecycle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A script of pgbench that sends what one case sent to one database, with new ids and digests each time.
 *
 * <p>A value that differs between two recorded cases belongs to the case: an id that the database gave is taken from the statement
 * that gave it, other ids and digests are made anew. Cipher texts are sent as they were recorded.
 */
final class ReplayScript {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern GIVES_ID = Pattern.compile("(?is).*(?:returning\\s+id|select\\s+uuidv7\\(\\))\\s*");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d.*");
    private static final Pattern DIGITS = Pattern.compile("[0-9.]*");

    /** What the service's own schedule asks, whether or not a case comes. */
    private static final String SCHEDULE = "scheduled_tasks";

    private final List<String> lines = new ArrayList<>();
    private final Map<String, String> fresh = new HashMap<>();
    private final Map<String, String> given = new HashMap<>();
    private final List<String> made = new ArrayList<>();
    private int statements;
    private int transactions;
    private boolean awaitsId;

    private ReplayScript() {}

    /**
     * The script of two cases that sent the same statements: of those that did, the two with the fewest, since the service's own
     * work comes in between now and then.
     *
     * @throws IllegalStateException if no two cases sent the same statements
     */
    static ReplayScript of(String database, List<List<Sent>> cases) {
        Map<List<String>, List<List<Sent>>> alike = cases.stream()
                .map(sent -> ofCase(database, sent))
                .collect(Collectors.groupingBy(
                        sent -> sent.stream().map(Sent::sql).toList()));
        List<List<Sent>> two = alike.entrySet().stream()
                .filter(same -> same.getValue().size() >= 2)
                .min(Comparator.comparingInt(same -> same.getKey().size()))
                .map(Map.Entry::getValue)
                .orElseThrow(() -> new IllegalStateException("no two cases sent the same statements to " + database));
        ReplayScript script = new ReplayScript();
        for (int at = 0; at < two.getFirst().size(); at++) {
            script.add(two.get(0).get(at), two.get(1).get(at));
        }
        return script;
    }

    /** By transactions, in the order of their first statements, without those of the schedule. */
    private static List<Sent> ofCase(String database, List<Sent> all) {
        Map<Integer, List<Sent>> open = new HashMap<>();
        List<List<Sent>> units = new ArrayList<>();
        for (Sent sent : all) {
            if (!sent.database().equals(database)) {
                continue;
            }
            List<Sent> unit = open.get(sent.session());
            if (unit == null) {
                unit = new ArrayList<>();
                units.add(unit);
                if (sent.sql().equalsIgnoreCase("begin")) {
                    open.put(sent.session(), unit);
                }
            }
            unit.add(sent);
            if (sent.sql().equalsIgnoreCase("commit") || sent.sql().equalsIgnoreCase("rollback")) {
                open.remove(sent.session());
            }
        }
        return units.stream()
                .filter(unit -> unit.stream().noneMatch(sent -> sent.sql().contains(SCHEDULE)))
                .flatMap(List::stream)
                .toList();
    }

    private void add(Sent one, Sent other) {
        String sql = one.sql();
        for (int parameter = one.parameters().size(); parameter >= 1; parameter--) {
            String value = literal(
                    one.parameters().get(parameter - 1), other.parameters().get(parameter - 1));
            sql = sql.replaceAll("\\$" + parameter + "(?![0-9])", Matcher.quoteReplacement(value));
        }
        String oneLine = sql.replaceAll("\\s+", " ").strip();
        statements++;
        if (oneLine.equalsIgnoreCase("commit")) {
            transactions++;
        }
        if (GIVES_ID.matcher(oneLine).matches()) {
            lines.add(oneLine + " \\gset g" + statements + "_");
            made.add(":g" + statements + "_" + (oneLine.toLowerCase(Locale.ROOT).endsWith("id") ? "id" : "uuidv7"));
            awaitsId = true;
        } else {
            lines.add(oneLine + ";");
        }
    }

    private String literal(@Nullable String one, @Nullable String other) {
        if (one == null) {
            return "NULL";
        }
        if (one.equals(other)
                || one.startsWith("\\x")
                || one.startsWith("{\"\\") // an array of cipher texts
                || DAY.matcher(one).matches()
                || DIGITS.matcher(one).matches()) {
            return quoted(one);
        }
        if (UUID.matcher(one).matches()) {
            return id(one);
        }
        Matcher ids = UUID.matcher(one);
        if (!ids.find()) {
            return fresh(one);
        }
        StringBuilder expression = new StringBuilder("(");
        int from = 0;
        do {
            expression
                    .append(quoted(one.substring(from, ids.start())))
                    .append(" || ")
                    .append(id(ids.group()))
                    .append(" || ");
            from = ids.end();
        } while (ids.find());
        return expression.append(quoted(one.substring(from))).append(")").toString();
    }

    private String id(String recorded) {
        String known = given.get(recorded);
        if (known != null) {
            return known;
        }
        String variable;
        if (awaitsId) {
            awaitsId = false;
            variable = made.getLast();
        } else {
            variable = ":u" + given.size();
        }
        given.put(recorded, variable);
        return variable;
    }

    /** Another text of the same length and alphabet, about. */
    private String fresh(String recorded) {
        return fresh.computeIfAbsent(recorded, text -> ":t" + fresh.size());
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    int statements() {
        return statements;
    }

    int transactions() {
        return transactions;
    }

    /** The script, beginning with the new values. */
    String text() {
        List<String> values = new ArrayList<>();
        given.values().stream()
                .filter(variable -> variable.startsWith(":u"))
                .forEach(variable -> values.add("uuidv7() as " + variable.substring(1)));
        fresh.forEach((recorded, variable) ->
                values.add("left(translate(encode(sha512(uuidv7()::text::bytea), 'base64'), E'\\n', ''), %d) as %s"
                        .formatted(recorded.length(), variable.substring(1))));
        StringBuilder text = new StringBuilder();
        if (!values.isEmpty()) {
            text.append("select ").append(String.join(", ", values)).append(" \\gset\n");
        }
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
