package io.tongban.engine.assessment;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Which of two assessments of one application favours the applicant: the one under the pinned standard, or the one
 * under a newer version.
 *
 * <p>A better outcome favours the applicant; with the same outcome an earlier ready date, or fewer papers to bring. A date that is known
 * comes before one that is not. Where the newer version is better in one and worse in the other there is no order.
 */
public enum Favour {
    /** The newer version favours the applicant. */
    NEWER,
    /** The newer version gives the applicant nothing, or takes something. */
    PINNED,
    /** Sooner under one, with fewer papers under the other: the applicant chooses. */
    APPLICANTS_CHOICE;

    private static final Comparator<@Nullable LocalDate> SOONER =
            Comparator.nullsLast(Comparator.<LocalDate>naturalOrder());

    /** Which one it is; two that are equal in everything that counts leave the pinned one. */
    public static Favour between(Assessment pinned, Assessment newer) {
        int outcome = newer.outcome().compareTo(pinned.outcome());
        if (outcome != 0) {
            return outcome < 0 ? NEWER : PINNED;
        }
        int later = SOONER.compare(newer.readyOn(), pinned.readyOn());
        int more = Integer.compare(newer.missing().size(), pinned.missing().size());
        if ((later < 0 && more > 0) || (later > 0 && more < 0)) {
            return APPLICANTS_CHOICE;
        }
        return later < 0 || more < 0 ? NEWER : PINNED;
    }
}
