package io.tongban.permit.publication.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tongban.engine.deadline.Deadline;
import io.tongban.engine.guide.GuideForm;
import io.tongban.engine.guide.GuideLanguage;
import io.tongban.engine.library.StandardsLibrary;
import io.tongban.engine.standard.Standard;
import io.tongban.platform.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WrittenGuidesTests {

    private static final Duration WITHIN = Duration.ofSeconds(30);

    private static final Standard R1 = StandardsLibrary.builtIn().standards().version("residence-permit", "R1");

    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    @Test
    void writesOnceForAFlood() throws Exception {
        WrittenGuides guides =
                new WrittenGuides(this::hundredBytes, 1000, Duration.ofSeconds(30), WITHIN, Clock.systemUTC());
        Callable<byte[]> pdf = () -> guides.guide(R1, GuideForm.PDF, GuideLanguage.ZH);
        Callable<byte[]> html = () -> guides.guide(R1, GuideForm.HTML, GuideLanguage.EN);

        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<byte[]> answer : readers.invokeAll(List.of(pdf, html, pdf, html, pdf, html, pdf, html))) {
                assertThat(answer.get()).hasSize(100);
            }
        }

        assertThat(written).hasValue(2);
        assertThat(mostAtOnce).hasValue(1);
    }

    @Test
    void keepsTheDescriptionForOtherSystemsOnceForAllLanguages() {
        WrittenGuides guides =
                new WrittenGuides(this::hundredBytes, 1000, Duration.ofSeconds(1), WITHIN, Clock.systemUTC());

        guides.guide(R1, GuideForm.JSONLD, GuideLanguage.ZH);
        guides.guide(R1, GuideForm.JSONLD, GuideLanguage.EN);

        assertThat(written).hasValue(1);
    }

    @Test
    void forgetsWhatWasNotAskedForLongest() {
        WrittenGuides guides =
                new WrittenGuides(this::hundredBytes, 250, Duration.ofSeconds(1), WITHIN, Clock.systemUTC());
        guides.guide(R1, GuideForm.PDF, GuideLanguage.ZH);
        guides.guide(R1, GuideForm.PDF, GuideLanguage.EN);
        guides.guide(R1, GuideForm.PDF, GuideLanguage.ZH);
        guides.guide(R1, GuideForm.HTML, GuideLanguage.ZH);
        assertThat(written).hasValue(3);

        guides.guide(R1, GuideForm.PDF, GuideLanguage.ZH);
        assertThat(written).hasValue(3);
        guides.guide(R1, GuideForm.PDF, GuideLanguage.EN);
        assertThat(written).hasValue(4);
    }

    @Test
    void doesNotWaitForEver() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        WrittenGuides guides = new WrittenGuides(
                (standard, form, language, deadline) -> {
                    begun.countDown();
                    await(mayEnd);
                    return new byte[1];
                },
                1000,
                Duration.ofMillis(1),
                WITHIN,
                Clock.systemUTC());
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<byte[]> slow = readers.submit(() -> guides.guide(R1, GuideForm.PDF, GuideLanguage.ZH));
            await(begun);

            Problem busy = catchThrowableOfType(Problem.class, () -> guides.guide(R1, GuideForm.PDF, GuideLanguage.EN));
            mayEnd.countDown();

            assertThat(busy.type()).isEqualTo(GuideProblem.GUIDE_BUSY);
            assertThat(busy.headers()).containsEntry("Retry-After", "1");
            assertThat(slow.get()).hasSize(1);
        }
    }

    private byte[] hundredBytes(Standard standard, GuideForm form, GuideLanguage language, Deadline deadline) {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        written.incrementAndGet();
        atOnce.decrementAndGet();
        return new byte[100];
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
