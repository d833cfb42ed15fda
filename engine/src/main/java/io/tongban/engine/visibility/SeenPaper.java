package io.tongban.engine.visibility;

import io.tongban.engine.papers.Paper;
import io.tongban.engine.papers.PaperState;
import io.tongban.engine.standard.PaperKind.Form;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A paper that was shown, with all that it says: visible from then on, whenever a detail is entered. */
public record SeenPaper(
        Seen<String> kind,
        Seen<Optional<String>> unit,
        Seen<Optional<String>> unitName,
        Seen<Optional<LocalDate>> from,
        Seen<Optional<LocalDate>> until,
        Seen<Map<String, String>> says,
        Seen<Optional<Form>> form,
        Seen<PaperState> state) {

    /** As it is entered with the event that shows it. */
    public static SeenPaper since(long event, Paper paper) {
        return new SeenPaper(
                Seen.since(event, paper.kind()),
                Seen.since(event, Optional.ofNullable(paper.unit())),
                Seen.since(event, Optional.ofNullable(paper.unitName())),
                Seen.since(event, Optional.ofNullable(paper.from())),
                Seen.since(event, Optional.ofNullable(paper.until())),
                Seen.since(event, paper.says()),
                Seen.since(event, Optional.ofNullable(paper.form())),
                Seen.since(event, stateOf(paper)));
    }

    /** The same with every detail corrected in which the corrected paper is another. */
    public SeenPaper corrected(long event, CorrectionGround ground, Paper paper) {
        return new SeenPaper(
                kind.corrected(event, ground, paper.kind()),
                unit.corrected(event, ground, Optional.ofNullable(paper.unit())),
                unitName.corrected(event, ground, Optional.ofNullable(paper.unitName())),
                from.corrected(event, ground, Optional.ofNullable(paper.from())),
                until.corrected(event, ground, Optional.ofNullable(paper.until())),
                says.corrected(event, ground, paper.says()),
                form.corrected(event, ground, Optional.ofNullable(paper.form())),
                state);
    }

    /** The same with a defect, which was there to be seen when the paper was shown. */
    SeenPaper defective() {
        return in(Seen.since(state.values().getFirst().since(), PaperState.DEFECTIVE));
    }

    /** The same in a state that nobody could see before it was found. */
    SeenPaper found(long event, PaperState found) {
        return in(state.then(event, found));
    }

    /** The paper as it is known now. */
    public Paper today() {
        return by(Long.MAX_VALUE).orElseThrow();
    }

    /** Today's paper without what became visible after the event; empty if it was not shown by then. */
    public Optional<Paper> by(long event) {
        return kind.by(event)
                .map(shown -> new Paper(
                        shown,
                        stated(unit, event),
                        stated(unitName, event),
                        stated(from, event),
                        stated(until, event),
                        says.by(event).orElseThrow(),
                        stated(form, event),
                        state.by(event).orElseThrow()));
    }

    private SeenPaper in(Seen<PaperState> seen) {
        return new SeenPaper(kind, unit, unitName, from, until, says, form, seen);
    }

    /** Everything that a paper says is as old as the paper. */
    private static <T> @Nullable T stated(Seen<Optional<T>> detail, long event) {
        return detail.by(event).orElseThrow().orElse(null);
    }

    private static PaperState stateOf(Paper paper) {
        return Objects.requireNonNullElse(paper.state(), PaperState.HOLDS);
    }
}
