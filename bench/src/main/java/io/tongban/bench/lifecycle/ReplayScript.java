package io.tongban.bench.lifecycle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A script of pgbench that sends what one case sent to one database, with new ids and digests each time.
 *
 * <p>Ids, hashes and numbers that differ between two recorded cases belong to the case: an id that the database gave is taken from the
 * statement that gave it, others are made anew, each the same wherever it stands. All else is sent as it was recorded.
 */
final class ReplayScript {

    /** What a case has for itself: an id, the hash of an event, the number of a notice or a receipt, the index of a person. */
    private static final Pattern OWN = Pattern.compile("(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
            + "|(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])|[NR]-\\d{4}-\\d{8}|(?<![\\w-])[\\w-]{43}(?![\\w-])");

    /** A cipher text, or an array of them. */
    private static final Pattern CIPHER = Pattern.compile("(?:\\{\"\\\\)?\\\\x");

    private static final Pattern GIVES_ID = Pattern.compile("(?is).*(?:returning\\s+id|select\\s+uuidv7\\(\\))\\s*");
    private static final Pattern IDS =
            Pattern.compile("\\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:,[0-9a-f-]{36})*}");
    private static final Pattern VARIABLE = Pattern.compile(":(?=[A-Za-z_])");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]+");
    private static final Pattern NUMBER = Pattern.compile("([NR]-\\d{4}-)\\d{8}");

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
        if (one.equals(other) || CIPHER.matcher(one).lookingAt()) {
            return quoted(one);
        }
        List<String> theirs = other == null
                ? List.of()
                : OWN.matcher(other).results().map(MatchResult::group).toList();
        List<String> pieces = new ArrayList<>();
        Matcher own = OWN.matcher(one);
        int from = 0;
        for (int found = 0; own.find(); found++) {
            if (found < theirs.size() && theirs.get(found).equals(own.group())) {
                continue;
            }
            if (own.start() > from) {
                pieces.add(quoted(one.substring(from, own.start())));
            }
            pieces.add(own.group("id") != null ? id(own.group()) : fresh(own.group()));
            from = own.end();
        }
        if (from < one.length()) {
            pieces.add(quoted(one.substring(from)));
        }
        String whole = String.join(" || ", pieces);
        String typed = IDS.matcher(one).matches() ? "(" + whole + ")::uuid[]" : "(" + whole + ")";
        return pieces.size() == 1 ? whole : typed;
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

    /** Another text of the same form. */
    private String fresh(String recorded) {
        return fresh.computeIfAbsent(recorded, text -> ":t" + fresh.size());
    }

    /** An expression of SQL that makes another text of the same length and form. */
    private static String like(String recorded) {
        Matcher number = NUMBER.matcher(recorded);
        if (number.matches()) { // all of the city, of notices and of receipts, come from one sequence each
            String sequence = recorded.startsWith("R") ? "receipt_number" : "notice_number";
            return "'%s' || lpad(nextval('%s')::text, 8, '0')".formatted(number.group(1), sequence);
        }
        String made = HEX.matcher(recorded).matches()
                ? "encode(sha512(uuidv7()::text::bytea), 'hex')"
                : "translate(encode(sha512(uuidv7()::text::bytea), 'base64'), E'\\n', '')";
        return "left(%s, %d)".formatted(made, recorded.length());
    }

    /** A colon before a letter would be a variable of pgbench, in a text too. */
    private static String quoted(String text) {
        String plain = text.replace("'", "''");
        return VARIABLE.matcher(text).find()
                ? "E'" + VARIABLE.matcher(plain.replace("\\", "\\\\")).replaceAll("\\\\x3a") + "'"
                : "'" + plain + "'";
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
        fresh.forEach((recorded, variable) -> values.add(like(recorded) + " as " + variable.substring(1)));
        StringBuilder text = new StringBuilder();
        if (!values.isEmpty()) {
            text.append("select ").append(String.join(", ", values)).append(" \\gset\n");
        }
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
