package io.tongban.permit.casefile.web;

import io.tongban.permit.casefile.CaseFile;
import io.tongban.permit.casefile.CaseId;
import io.tongban.permit.casefile.Cases;
import io.tongban.permit.casefile.authority.Authorities;
import io.tongban.permit.casefile.ledger.Actor;
import io.tongban.permit.casefile.notice.Notices;
import io.tongban.permit.casefile.visitpass.PresentedPass;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.security.Caller;
import org.springframework.stereotype.Component;

/** Cases for those who may read them, in the shape that they are answered in. */
@Component
class CaseReading {

    private final Cases cases;
    private final Notices notices;
    private final Authorities authorities;
    private final Remedies remedies;
    private final CaseAccess access;
    private final BusinessClock clock;

    CaseReading(
            Cases cases,
            Notices notices,
            Authorities authorities,
            Remedies remedies,
            CaseAccess access,
            BusinessClock clock) {
        this.cases = cases;
        this.notices = notices;
        this.authorities = authorities;
        this.remedies = remedies;
        this.access = access;
        this.clock = clock;
    }

    CaseFile readable(CaseId id, Caller caller, PresentedPass presented) {
        CaseFile file = cases.find(id).orElseThrow(Cases::unknown);
        access.requireReader(file, caller, presented);
        return file;
    }

    Actor applicantOrClerk(CaseId id, Caller caller, PresentedPass presented) {
        return access.requireApplicantOrClerk(cases.find(id).orElseThrow(Cases::unknown), caller, presented);
    }

    CaseFile exportable(CaseId id, Caller caller) {
        CaseFile file = cases.find(id).orElseThrow(Cases::unknown);
        access.requireExporter(file, caller);
        return file;
    }

    String itemOf(CaseId id) {
        return cases.find(id).orElseThrow(Cases::unknown).origin().standard().item();
    }

    CaseAnswer answer(CaseFile file) {
        return CaseAnswer.of(
                file,
                authorities.holderOn(file.origin().responsible(), clock.today()),
                notices.latest(file.id().value()),
                remedies);
    }
}
