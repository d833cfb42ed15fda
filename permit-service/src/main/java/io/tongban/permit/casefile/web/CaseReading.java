package io.tongban.permit.casefile.web;

import io.tongban.permit.casefile.Act;
import io.tongban.permit.casefile.CaseFile;
import io.tongban.permit.casefile.CaseId;
import io.tongban.permit.casefile.Cases;
import io.tongban.permit.casefile.HoldingAuthority;
import io.tongban.permit.casefile.Recorded;
import io.tongban.permit.casefile.ledger.Actor;
import io.tongban.permit.casefile.notice.Notice;
import io.tongban.permit.casefile.notice.Notices;
import io.tongban.permit.casefile.visitpass.PresentedPass;
import io.tongban.platform.security.Caller;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Cases for those who may read them, in the shape that they are answered in. */
@Component
class CaseReading {

    private final Cases cases;
    private final Notices notices;
    private final HoldingAuthority holder;
    private final Remedies remedies;
    private final CaseAccess access;

    CaseReading(Cases cases, Notices notices, HoldingAuthority holder, Remedies remedies, CaseAccess access) {
        this.cases = cases;
        this.notices = notices;
        this.holder = holder;
        this.remedies = remedies;
        this.access = access;
    }

    CaseFile readable(CaseId id, Caller caller, PresentedPass presented) {
        CaseFile file = found(id, caller, presented);
        access.requireReader(file, caller, presented);
        return file;
    }

    /** As whom the caller takes an act. */
    Actor actor(Act act, CaseFile file, Caller caller, PresentedPass presented) {
        return access.requireActor(act, file, caller, presented);
    }

    /** A case for an act that only its authority takes. */
    CaseFile forAuthority(Act act, CaseId id, Caller caller) {
        CaseFile file = found(id);
        access.requireActor(act, file, caller, null);
        return file;
    }

    CaseFile exportable(CaseId id, Caller caller) {
        CaseFile file = found(id);
        access.requireExporter(file, caller);
        Cases.requireAsRecorded(file);
        return file;
    }

    /** A case for an act at a window, whose rights are looked at next; without a pass a clerk is told the same of every id. */
    CaseFile found(CaseId id, Caller caller, PresentedPass presented) {
        return cases.find(id).orElseThrow(() -> {
            if (caller.hasRole("clerk")) {
                presented.require(caller);
            }
            return Cases.unknown();
        });
    }

    /** A case for an act, whose rights are looked at next. */
    CaseFile found(CaseId id) {
        return cases.find(id).orElseThrow(Cases::unknown);
    }

    /** A case that was read. */
    CaseAnswer answer(CaseFile file) {
        return answer(file, notices.latest(file.id().value()));
    }

    /** A case as an act left it; nothing is read again. */
    CaseAnswer answer(Recorded recorded) {
        return answer(recorded.file(), recorded.notice());
    }

    private CaseAnswer answer(CaseFile file, Optional<Notice> notice) {
        return CaseAnswer.of(file, holder.of(file), notice, remedies);
    }
}
