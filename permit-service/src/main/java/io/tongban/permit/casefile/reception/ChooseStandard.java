package io.tongban.permit.casefile.reception;

import io.tongban.permit.casefile.Attempt;
import io.tongban.permit.casefile.CaseFile;
import io.tongban.permit.casefile.CaseProblem;
import io.tongban.permit.casefile.CaseRecords;
import io.tongban.permit.casefile.Change;
import io.tongban.permit.casefile.Change.Event;
import io.tongban.permit.casefile.Change.NoticeIfNew;
import io.tongban.permit.casefile.LedgerEntries;
import io.tongban.permit.casefile.Recorded;
import io.tongban.permit.casefile.ledger.Actor;
import io.tongban.permit.casefile.look.ApplicableLooks;
import io.tongban.permit.casefile.look.Look;
import io.tongban.platform.problem.Problem;
import java.util.List;
import org.springframework.stereotype.Service;

/** The applicant chooses between two versions of which neither is the better one for them; they may choose again until the case is decided. */
@Service
public class ChooseStandard {

    private final CaseRecords records;

    ChooseStandard(CaseRecords records) {
        this.records = records;
    }

    /**
     * Lets the case go by the version from now on; nothing is looked at again.
     *
     * @param attempt by the applicant, or the clerk to whom the applicant said it
     * @param chosen one of the two versions that the latest look was made under
     */
    public Recorded choose(Attempt attempt, String chosen) {
        CaseFile seen = attempt.seen();
        Actor actor = attempt.actor();
        ApplicableLooks looks = chosen(seen.looks(), chosen);
        return records.change(
                actor,
                new Change(
                        seen.with(looks),
                        List.of(
                                new Event(LedgerEntries.standardChosen(looks)),
                                new NoticeIfNew(looks.used(), actor.window()))));
    }

    private static ApplicableLooks chosen(ApplicableLooks looks, String chosen) {
        Look other = looks.other();
        if (other == null) {
            throw Problem.of(CaseProblem.CHOICE_NOT_OPEN)
                    .with("version", looks.used().standard().version());
        }
        ApplicableLooks changed = looks.choosing(chosen);
        if (changed == null) {
            throw Problem.of(CaseProblem.STANDARD_NOT_OFFERED)
                    .withSent("version", chosen)
                    .with(
                            "offered",
                            List.of(
                                    looks.used().standard().version(),
                                    other.standard().version()));
        }
        return changed;
    }
}
