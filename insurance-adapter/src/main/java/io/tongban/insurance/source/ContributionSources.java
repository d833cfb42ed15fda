package io.tongban.insurance.source;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All bureaux that are configured; those concerned are asked at once, within one budget of time. */
public final class ContributionSources implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ContributionSources.class);

    private final List<BureauSource> sources;
    private final Duration budget;

    private final MeterRegistry meters;

    ContributionSources(List<BureauSource> sources, Duration budget, MeterRegistry meters) {
        this.sources = List.copyOf(sources);
        this.budget = budget;
        this.meters = meters;
    }

    /** One reading for each source that answers for an area of the question, silent ones included. */
    public List<SourceReading> read(Question question) {
        Deadline deadline = Deadline.in(budget);
        List<BureauSource> concerned = sources.stream()
                .filter(source -> !Collections.disjoint(source.areas(), question.areas()))
                .toList();
        Queue<SourceReading> readings = new ConcurrentLinkedQueue<>();
        WithinBudget.run(
                concerned.stream()
                        .<Runnable>map(source -> () -> readings.add(source.read(question, deadline)))
                        .toList(),
                concerned.size(),
                deadline.andThen(WithinBudget.GRACE.multipliedBy(2)));
        readings.stream()
                .filter(reading -> !reading.silences().isEmpty())
                .forEach(reading -> LOG.warn("Source {} is silent: {}", reading.source(), reading.silences()));
        readings.forEach(this::count);
        return List.copyOf(readings);
    }

    /** One answer for each year of each kind. */
    private void count(SourceReading reading) {
        reading.years()
                .values()
                .forEach(year -> meters.counter(
                                "tongban.insurance.answers",
                                "source",
                                reading.source(),
                                "state",
                                year.state().name())
                        .increment());
    }

    @Override
    public void close() throws IOException {
        for (BureauSource source : sources) {
            source.close();
        }
    }
}
