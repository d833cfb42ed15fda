package io.tongban.permit.casefile.look;

import io.tongban.engine.assessment.Assessment;
import io.tongban.engine.standard.Route;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which papers are looked at by a look (核验): in a visit the clerk names the criteria, without one there are none to look at.
 *
 * @param visit null without one
 * @param lookedAt the criteria whose papers were looked at in this visit; null: all
 * @param before what the last visit left; null in a visit
 */
public record Sight(
        @Nullable UUID visit,
        @Nullable Set<String> lookedAt,
        @Nullable Seen before) {

    /** Everything that was shown, outside of any visit: of a look that no case keeps. */
    public static final Sight ALL = new Sight(null, null, null);

    /**
     * In a visit.
     *
     * @param lookedAt the criteria that the clerk names; null: all
     * @param latest the latest look at the case, which may be of the same visit; null at the first
     */
    public static Sight inVisit(UUID visit, @Nullable Set<String> lookedAt, @Nullable Look latest) {
        Seen before = latest == null ? null : latest.seen();
        if (lookedAt == null) {
            return new Sight(visit, null, null);
        }
        Set<String> together = new TreeSet<>(lookedAt);
        if (before != null && visit.equals(before.visit())) {
            if (before.lookedAt() == null) {
                return new Sight(visit, null, null);
            }
            together.addAll(before.lookedAt());
        }
        return new Sight(visit, together, null);
    }

    /** Without a visit: the look is complete if the last visit had a complete one. */
    public static Sight withoutVisit(Look latest) {
        return new Sight(null, null, latest.seen());
    }

    /** What is on record of it with the look. */
    @Nullable
    Seen of(Route route, Assessment assessment) {
        if (visit == null) {
            return before;
        }
        return lookedAt == null
                ? new Seen(visit, null, List.of())
                : new Seen(
                        visit,
                        List.copyOf(lookedAt),
                        LookCompleteness.inVisit(route, assessment, lookedAt).notLookedAt());
    }

    /**
     * What was looked at in the last visit.
     *
     * @param lookedAt criteria; null: all
     * @param notLookedAt the criteria that need papers and have none that hold and were looked at; none: the look was complete
     */
    public record Seen(UUID visit, @Nullable List<String> lookedAt, List<String> notLookedAt) {

        public Seen {
            lookedAt = lookedAt == null ? null : List.copyOf(lookedAt);
            notLookedAt = List.copyOf(notLookedAt);
        }
    }
}
