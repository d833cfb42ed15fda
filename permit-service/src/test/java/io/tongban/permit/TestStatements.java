package io.tongban.permit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** The statements that the service sends to its database, each as its verb and what it is about. */
public final class TestStatements implements BeanPostProcessor, QueryExecutionListener {

    private static final Pattern INNERMOST = Pattern.compile("\\([^()]*\\)");

    /** Of a statement with nothing left in its parentheses. */
    private static final Pattern STATEMENT = Pattern.compile(
            "\\s*(?:with\\s+\\w+ as\\s+(?:,\\s+\\w+ as\\s+)*)?(?:(insert) into|(update)|(delete) from|(select)(?:.*?\\sfrom)?)\\s+([a-z_0-9.]+).*",
            Pattern.DOTALL);

    /** What each replica does now and then, whatever a test does: to read the versions, and to sweep keys. */
    private static final Set<String> BACKGROUND = Set.of("select standard_version", "delete idempotency_record");

    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

    /** What is sent while the act runs, in its order. */
    public List<String> during(Runnable act) {
        sent.clear();
        act.run();
        return List.copyOf(sent);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource dataSource
                ? ProxyDataSourceBuilder.create(dataSource).listener(this).build()
                : bean;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        queries.stream()
                .map(QueryInfo::getQuery)
                .map(TestStatements::named)
                .filter(statement -> !BACKGROUND.contains(statement))
                .forEach(sent::add);
    }

    private static String named(String sql) {
        String outermost = sql.toLowerCase(Locale.ROOT);
        String before;
        do {
            before = outermost;
            outermost = INNERMOST.matcher(before).replaceAll("");
        } while (!outermost.equals(before));
        Matcher matcher = STATEMENT.matcher(outermost);
        if (!matcher.matches()) {
            return sql.strip();
        }
        int verb = IntStream.rangeClosed(1, 4)
                .filter(group -> matcher.group(group) != null)
                .findFirst()
                .orElseThrow();
        return matcher.group(verb) + " " + matcher.group(5);
    }
}
