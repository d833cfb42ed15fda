package io.tongban.platform.test.plan;

import io.tongban.platform.test.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Has the plan of each statement looked at that a test context sends to its database. */
public final class SentStatements implements BeanPostProcessor, QueryExecutionListener {

    /** One for the contexts of a JVM that have the same migrations. */
    private static final Map<String, StatementPlans> PLANS = new ConcurrentHashMap<>();

    private final StatementPlans plans;

    private SentStatements(StatementPlans plans) {
        this.plans = plans;
    }

    /**
     * Of a service.
     *
     * @param migrations where its migrations are
     * @param another one more database with these migrations
     */
    public static SentStatements of(String migrations, Supplier<TestDatabase> another) {
        return new SentStatements(PLANS.computeIfAbsent(migrations, unknown -> StatementPlans.in(another.get())));
    }

    /** What was found in any context since this was asked last. */
    static List<String> takeFindings() {
        return PLANS.values().stream()
                .flatMap(plans -> plans.takeFindings().stream())
                .toList();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource pool
                ? ProxyDataSourceBuilder.create(pool).listener(this).build()
                : bean;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        for (QueryInfo query : queries) {
            plans.look(
                    query.getQuery(),
                    Stream.ofNullable(query.getParametersList())
                            .flatMap(List::stream)
                            .findFirst()
                            .orElse(List.of()));
        }
    }
}
