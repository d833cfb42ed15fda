package io.tongban.insurance.source;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.tongban.insurance.page.BureauPage;
import io.tongban.insurance.record.Area;
import io.tongban.insurance.record.Identity;
import io.tongban.insurance.record.RowCleaner;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One bureau behind its bulkhead, breaker and retry.
 *
 * <p>The bulkhead counts persons, the breaker counts requests, and each attempt of a retry is a request.
 */
final class BureauSource implements AutoCloseable {

    private final String name;
    private final SourceProperties properties;
    private final Set<Area> areas;
    private final RowCleaner cleaner;
    private final BureauConnection connection;
    private final Bulkhead bulkhead;
    private final CircuitBreaker breaker;
    private final Retry retry;

    BureauSource(
            String name,
            SourceProperties properties,
            BureauConnection connection,
            Bulkhead bulkhead,
            CircuitBreaker breaker,
            Retry retry) {
        this.name = name;
        this.properties = properties;
        this.areas = Set.copyOf(properties.areas().stream().map(Area::new).toList());
        this.cleaner = new RowCleaner(properties.units().toSpecialUnits(), properties.spansOfMonthlyAmounts());
        this.connection = connection;
        this.bulkhead = bulkhead;
        this.breaker = breaker;
        this.retry = retry;
    }

    String name() {
        return name;
    }

    Set<Area> areas() {
        return areas;
    }

    SourceReading read(Question question, Deadline budget) {
        if (!bulkhead.tryAcquirePermission()) {
            return reading(question, Map.of(), List.of(), SilenceCause.NOT_ASKED_BUSY);
        }
        try {
            Map<YearOfKind, YearReading> years = new ConcurrentHashMap<>();
            Queue<Exchange> exchanges = new ConcurrentLinkedQueue<>();
            List<Runnable> queries = question.yearsOfKinds().stream()
                    .<Runnable>map(
                            asked -> () -> years.put(asked, read(question.identity(), asked, budget, exchanges::add)))
                    .toList();
            WithinBudget.run(queries, properties.parallelQueries(), budget);
            return reading(question, Map.copyOf(years), List.copyOf(exchanges), SilenceCause.BUDGET_SPENT);
        } finally {
            bulkhead.onComplete();
        }
    }

    private YearReading read(Identity identity, YearOfKind asked, Deadline budget, Consumer<Exchange> exchanges) {
        return new PagedQuery(asked.kind(), cleaner, properties.mostPages())
                .read(page -> page(() -> connection.ask(identity, asked, page, budget, exchanges)));
    }

    private BureauPage page(Callable<Reply> attempt) throws SourceSilent {
        return switch (guarded(attempt)) {
            case Reply.Page reply -> reply.page();
            case Reply.NoPage reply -> throw new SourceSilent(reply.cause());
        };
    }

    /** The guards look at the way to the source: whatever reply came in time is a success to them. */
    private Reply guarded(Callable<Reply> attempt) throws SourceSilent {
        try {
            return retry.executeCallable(() -> breaker.executeCallable(attempt));
        } catch (SourceSilent e) {
            throw e;
        } catch (CallNotPermittedException e) {
            throw new SourceSilent(SilenceCause.NOT_ASKED_BROKEN);
        } catch (Exception e) { // no other is thrown; if one is, nothing was read
            throw new SourceSilent(SilenceCause.UNREACHABLE);
        }
    }

    /** @param unread why a year of a kind is not among the readings */
    private SourceReading reading(
            Question question, Map<YearOfKind, YearReading> years, List<Exchange> exchanges, SilenceCause unread) {
        YearReading notRead = new YearReading.Silent(unread, List.of());
        Set<Area> asked = new HashSet<>(areas);
        asked.retainAll(question.areas());
        return new SourceReading(
                name,
                asked,
                question.yearsOfKinds().stream()
                        .collect(Collectors.toMap(
                                Function.identity(),
                                year -> years.getOrDefault(year, notRead).since(question.from()))),
                exchanges);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
