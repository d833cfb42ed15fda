package io.tongban.engine.papers;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of the papers that an assessment relies on will lapse soon. */
public final class Lapses {

    private static final Comparator<Lapse> ORDER =
            Comparator.comparing(Lapse::on).thenComparing(Lapse::paper);

    private Lapses() {}

    /**
     * Those valid on the application date that end within the notice, or before the decision is due.
     *
     * @param decisionDueOn null if it is not known
     */
    public static List<Lapse> of(
            List<Paper> reliedOn, LocalDate appliedOn, int noticeDays, @Nullable LocalDate decisionDueOn) {
        LocalDate noticeEnd = appliedOn.plusDays(noticeDays);
        LocalDate horizon = decisionDueOn != null && decisionDueOn.isAfter(noticeEnd) ? decisionDueOn : noticeEnd;
        return reliedOn.stream()
                .filter(paper -> paper.isValidOn(appliedOn) && !paper.lastDay().isAfter(horizon))
                .filter(paper -> !isRenewed(paper, reliedOn))
                .map(paper -> new Lapse(paper.named(), paper.lastDay()))
                .distinct()
                .sorted(ORDER)
                .toList();
    }

    /** The same unit's next contract, or another of the kind, follows without a day between. */
    private static boolean isRenewed(Paper paper, List<Paper> papers) {
        return papers.stream()
                .anyMatch(next -> next.kind().equals(paper.kind())
                        && next.unitOrNone().equals(paper.unitOrNone())
                        && next.lastDay().isAfter(paper.lastDay())
                        && !next.firstDay().isAfter(paper.lastDay().plusDays(1)));
    }
}
