package io.tongban.insurance.source;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.tongban.insurance.page.BureauPage;
import io.tongban.insurance.record.Area;
import io.tongban.insurance.record.CleanRow;
import io.tongban.insurance.record.CoverageState;
import io.tongban.insurance.record.Identity;
import io.tongban.insurance.record.Kind;
import io.tongban.insurance.record.RowCleaner;
import java.io.IOException;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
        this.cleaner = new RowCleaner(properties.units().toSpecialUnits());
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
                .read(page -> readGuarded(() -> connection.read(identity, asked, page, budget, exchanges)));
    }

    private BureauPage readGuarded(Callable<BureauPage> attempt) throws SourceSilent {
        try {
            return retry.executeCallable(() -> breaker.executeCallable(attempt));
        } catch (SourceSilent e) {
            throw e;
        } catch (CallNotPermittedException e) {
            throw new SourceSilent(SilenceCause.NOT_ASKED_BROKEN);
        } catch (Exception e) { // a page may upset its parser in a way that nobody foresaw; then it was not read
            throw new SourceSilent(SilenceCause.UNREADABLE);
        }
    }

    /** @param unread why a year of a kind is not among the readings */
    private SourceReading reading(
            Question question, Map<YearOfKind, YearReading> years, List<Exchange> exchanges, SilenceCause unread) {
        Map<Kind, CoverageState> states = new EnumMap<>(Kind.class);
        Map<Kind, SilenceCause> silences = new EnumMap<>(Kind.class);
        YearReading notRead = new YearReading.Silent(unread, List.of());
        for (Kind kind : question.kinds()) {
            List<YearReading> readings = question.yearsOfKinds().stream()
                    .filter(asked -> asked.kind() == kind)
                    .map(asked -> years.getOrDefault(asked, notRead))
                    .toList();
            @Nullable SilenceCause silence = firstSilence(readings);
            if (silence != null) {
                silences.put(kind, silence);
            }
            states.put(kind, state(readings, silence));
        }
        Set<Area> asked = new HashSet<>(areas);
        asked.retainAll(question.areas());
        return new SourceReading(name, asked, states, silences, rows(question, years.values()), exchanges);
    }

    private static @Nullable SilenceCause firstSilence(List<YearReading> readings) {
        for (YearReading reading : readings) {
            if (reading instanceof YearReading.Silent silent) {
                return silent.cause();
            }
        }
        return null;
    }

    /** A person whom the bureau knows in one year and not in another is known to it. */
    private static CoverageState state(List<YearReading> readings, @Nullable SilenceCause silence) {
        if (silence != null) {
            return CoverageState.SILENT;
        }
        return readings.stream().allMatch(YearReading.PersonUnknown.class::isInstance)
                ? CoverageState.PERSON_UNKNOWN
                : CoverageState.ANSWERED;
    }

    /** The bureau answers by whole years: what lies before the month that was asked for is not handed on. */
    private static List<CleanRow> rows(Question question, Collection<YearReading> years) {
        return years.stream()
                .map(YearReading::rows)
                .flatMap(Collection::stream)
                .filter(row -> {
                    @Nullable YearMonth month = row.row().month();
                    return month == null || !month.isBefore(question.from());
                })
                .toList();
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
