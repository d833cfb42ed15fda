package io.tongban.permit.casefile.reception;

import io.tongban.engine.standard.Standard;
import io.tongban.permit.casefile.CaseFile;
import io.tongban.permit.casefile.CaseOrigin;
import io.tongban.permit.casefile.CaseOrigin.FirstContact;
import io.tongban.permit.casefile.CaseProblem;
import io.tongban.permit.casefile.CaseRecords;
import io.tongban.permit.casefile.CaseState.Open;
import io.tongban.permit.casefile.OnRecord;
import io.tongban.permit.casefile.PinnedStandards;
import io.tongban.permit.casefile.Recorded;
import io.tongban.permit.casefile.authority.Authorities;
import io.tongban.permit.casefile.authority.Authority;
import io.tongban.permit.casefile.authority.AuthorityId;
import io.tongban.permit.casefile.contact.Contact;
import io.tongban.permit.casefile.ledger.CaseId;
import io.tongban.permit.casefile.look.ApplicableStandards;
import io.tongban.permit.casefile.look.CaseFacts;
import io.tongban.permit.casefile.look.Examination;
import io.tongban.permit.casefile.look.Examiner;
import io.tongban.permit.casefile.look.RequestedBy;
import io.tongban.permit.casefile.look.Sight;
import io.tongban.permit.casefile.visitpass.PresentedPass;
import io.tongban.permit.casefile.visitpass.VisitPass;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.crypto.BlindIndex;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.security.Caller;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The first contact: everything is looked at, the standard is pinned, the responsible authority is named. */
@Service
public class OpenCase {

    private final PinnedStandards standards;
    private final PaperLimit limit;
    private final Authorities authorities;
    private final Examiner examiner;
    private final BlindIndex blindIndex;
    private final CaseRecords records;
    private final BusinessClock clock;
    private final Clock systemClock;

    OpenCase(
            PinnedStandards standards,
            PaperLimit limit,
            Authorities authorities,
            Examiner examiner,
            BlindIndex blindIndex,
            CaseRecords records,
            BusinessClock clock,
            Clock systemClock) {
        this.standards = standards;
        this.limit = limit;
        this.authorities = authorities;
        this.examiner = examiner;
        this.blindIndex = blindIndex;
        this.records = records;
        this.clock = clock;
        this.systemClock = systemClock;
    }

    /**
     * Opens a case.
     *
     * @param lookedAt the criteria whose papers the clerk looked at; null: all
     * @param contact where the applicant wants to be told; null if they gave no number
     */
    public Recorded open(
            String item,
            String route,
            CaseFacts facts,
            @Nullable Set<String> lookedAt,
            @Nullable Contact contact,
            PresentedPass presented,
            Caller clerk) {
        String person = blindIndex.of("person", facts.identity().canonical());
        VisitPass pass = presented.verify(clerk, item, person);
        LocalDate today = clock.today();
        Standard standard = standards.inForce(item, today);
        PinnedStandards.requireRoute(standard, route);
        if (lookedAt != null) {
            lookedAt.forEach(criterion -> PinnedStandards.requireCriterion(standard, route, criterion));
        }
        ApplicableStandards only = ApplicableStandards.only(standard);
        PinnedStandards.requireKnown(only, facts.papers(), facts.answers());
        limit.require(facts);
        Authority responsible = authorities
                .responsibleFor(standard.responsibility().kind(), facts.district(), today)
                .orElseThrow(
                        () -> Problem.of(CaseProblem.RESIDENCE_OUTSIDE_CITY).withSent("division", facts.division()));
        CaseOrigin origin = new CaseOrigin(
                standard.reference(),
                route,
                person,
                responsible.id(),
                new FirstContact(
                        pass.window(), new AuthorityId(pass.authority()), pass.clerk(), systemClock.instant()));
        CaseId id = records.newId();
        Examination examination = examiner.examine(
                only,
                route,
                facts,
                today,
                new RequestedBy(id.toString(), pass.clerk()),
                Sight.inVisit(pass.visit(), lookedAt, null));
        return records.open(
                new CaseFile(id, 1, origin, facts, examination.looks(), new Open(today), OnRecord.none(id)),
                examination,
                contact,
                pass);
    }
}
