package io.tongban.permit.publication.guide;

import io.tongban.engine.deadline.Deadline;
import io.tongban.engine.deadline.DeadlinePassed;
import io.tongban.engine.guide.GuideForm;
import io.tongban.engine.guide.GuideLanguage;
import io.tongban.engine.standard.Standard;
import io.tongban.platform.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The guides that were asked for, each written once and kept while there is room: a published standard never changes.
 *
 * <p>One is written at a time, whoever asks for how many, so that a flood of public requests costs one processor and no more.
 */
final class WrittenGuides {

    private final Writer writer;
    private final long room;
    private final Duration patience;
    private final Duration writeWithin;
    private final Clock systemClock;
    private final ReentrantLock writing = new ReentrantLock();
    private final Map<Key, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long taken;

    private record Key(String digest, @Nullable String until, GuideForm form, GuideLanguage language) {}

    /** Writes one guide. */
    @FunctionalInterface
    interface Writer {
        byte[] write(Standard standard, GuideForm form, GuideLanguage language, Deadline deadline);
    }

    /**
     * @param room bytes of all guides that are kept
     * @param patience how long a request waits while another guide is written
     * @param writeWithin how long one may take to be written
     */
    WrittenGuides(Writer writer, long room, Duration patience, Duration writeWithin, Clock systemClock) {
        this.writer = writer;
        this.room = room;
        this.patience = patience;
        this.writeWithin = writeWithin;
        this.systemClock = systemClock;
    }

    /**
     * The guide, written now if it was not kept.
     *
     * @throws Problem {@link GuideProblem#GUIDE_BUSY} if others are being written for longer than this waits,
     *     {@link GuideProblem#GUIDE_TOO_LONG} if it is not written in time
     */
    byte[] guide(Standard standard, GuideForm form, GuideLanguage language) {
        Key key = key(standard, form, language);
        byte[] written = find(key);
        if (written != null) {
            return written;
        }
        if (!await()) {
            throw Problem.of(GuideProblem.GUIDE_BUSY)
                    .header("Retry-After", Long.toString(Math.max(1, patience.toSeconds())));
        }
        try {
            byte[] meanwhile = find(key);
            return meanwhile != null ? meanwhile : keep(key, write(standard, form, language));
        } finally {
            writing.unlock();
        }
    }

    private byte[] write(Standard standard, GuideForm form, GuideLanguage language) {
        Instant end = systemClock.instant().plus(writeWithin);
        try {
            return writer.write(
                    standard, form, language, () -> !systemClock.instant().isBefore(end));
        } catch (DeadlinePassed tooLong) {
            throw Problem.of(GuideProblem.GUIDE_TOO_LONG, tooLong)
                    .with("format", form.word())
                    .with("withinSeconds", writeWithin.toSeconds())
                    .header("Retry-After", Long.toString(Math.max(1, patience.toSeconds())));
        }
    }

    private static Key key(Standard standard, GuideForm form, GuideLanguage language) {
        return new Key(
                standard.digest(),
                Objects.toString(standard.inForceUntil(), null),
                form,
                form.inOneLanguage() ? language : GuideLanguage.ZH);
    }

    private boolean await() {
        try {
            return writing.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private byte @Nullable [] find(Key key) {
        synchronized (kept) {
            return kept.get(key);
        }
    }

    private byte[] keep(Key key, byte[] guide) {
        synchronized (kept) {
            kept.put(key, guide);
            taken += guide.length;
            Iterator<byte[]> longestUnasked = kept.values().iterator();
            while (taken > room && longestUnasked.hasNext()) {
                taken -= longestUnasked.next().length;
                longestUnasked.remove();
            }
        }
        return guide;
    }
}
