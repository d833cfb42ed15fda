package io.tongban.bench.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement as a service sent it.
 *
 * @param sql with {@code $1} for the first parameter
 * @param parameters as text; null for NULL
 */
record Sent(String database, int session, String sql, List<@Nullable String> parameters) {

    /** What the log is told to begin each line with, so that its statements can be told apart. */
    static final String PREFIX = "@%p@%d@";

    private static final Pattern LINE = Pattern.compile("@(\\d+)@([^@]*)@(LOG|DETAIL): {2}(.*)", Pattern.DOTALL);
    private static final Pattern EXECUTED = Pattern.compile("(?:execute [^:]*|statement): (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$\\d+ = (NULL|'([^']*+(?:''[^']*+)*+)')");
    private static final String PARAMETERS = "arameters: ";

    /** The statements of a log, in their order. */
    static List<Sent> in(String log) {
        List<Sent> statements = new ArrayList<>();
        for (String entry : log.split("\n(?=@)", -1)) {
            Matcher line = LINE.matcher(entry.replace("\n\t", "\n").strip());
            if (!line.matches()) {
                continue;
            }
            Matcher executed = EXECUTED.matcher(line.group(4));
            if (line.group(3).equals("LOG") && executed.matches()) {
                statements.add(new Sent(line.group(2), Integer.parseInt(line.group(1)), executed.group(1), List.of()));
            } else if (line.group(3).equals("DETAIL") && !statements.isEmpty()) {
                Sent of = statements.removeLast();
                statements.add(new Sent(of.database, of.session, of.sql, parameters(line.group(4))));
            }
        }
        return statements;
    }

    private static List<@Nullable String> parameters(String detail) {
        List<@Nullable String> parameters = new ArrayList<>();
        int from = detail.indexOf(PARAMETERS);
        Matcher parameter = PARAMETER.matcher(detail);
        for (int at = from < 0 ? detail.length() : from; parameter.find(at); at = parameter.end()) {
            String text = parameter.group(2);
            parameters.add(text == null ? null : text.replace("''", "'"));
        }
        return parameters;
    }

    /** Shows no parameter. */
    @Override
    public String toString() {
        return database + ": " + sql;
    }
}
