package io.tongban.permit.casefile.view;

import io.tongban.permit.casefile.Act;
import io.tongban.permit.casefile.Attempt;
import io.tongban.permit.casefile.CaseFile;
import io.tongban.permit.casefile.CaseProblem;
import io.tongban.permit.casefile.Cases;
import io.tongban.permit.casefile.LimitsOfCase;
import io.tongban.permit.casefile.Recorded;
import io.tongban.permit.casefile.ledger.Actor;
import io.tongban.permit.casefile.ledger.CaseId;
import io.tongban.permit.casefile.notice.Notice;
import io.tongban.permit.casefile.notice.Notices;
import io.tongban.permit.casefile.visitpass.PresentedPass;
import io.tongban.platform.entitytag.EntityTag;
import io.tongban.platform.entitytag.IfMatch;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.security.Caller;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Cases for those who may read them or take acts on them, in the shape that they are answered in. */
@Component
public class CaseReading {

    /** Where cases are. */
    public static final String ADDRESS = "/api/v1/cases";

    /** Under which their operations are described. */
    public static final String TAG = "cases";

    /** What the id in an address is. */
    public static final String ID = "The id of the case.";

    private final Cases cases;
    private final Notices notices;
    private final HoldingAuthority holder;
    private final LimitsOfCase limits;
    private final Remedies remedies;
    private final CaseAccess access;

    CaseReading(
            Cases cases,
            Notices notices,
            HoldingAuthority holder,
            LimitsOfCase limits,
            Remedies remedies,
            CaseAccess access) {
        this.cases = cases;
        this.notices = notices;
        this.holder = holder;
        this.limits = limits;
        this.remedies = remedies;
        this.access = access;
    }

    CaseFile readable(CaseId id, Caller caller, PresentedPass presented) {
        CaseFile file = found(id, caller, presented);
        access.requireReader(file, caller, presented);
        return file;
    }

    /** A case for whoever may take it away. */
    public CaseFile exportable(CaseId id, Caller caller) {
        CaseFile file = found(id);
        access.requireExporter(file, caller);
        Cases.requireAsRecorded(file);
        return file;
    }

    /**
     * An act of the applicant or at a window, on the version of the case that the caller saw.
     *
     * @throws Problem if there is no such case for the caller, the act is not theirs, or the case has something against it
     */
    public Attempt attempt(Act act, UUID id, PresentedPass presented, IfMatch ifMatch, Caller caller) {
        CaseFile seen = found(new CaseId(id), caller, presented);
        Actor actor = access.requireActor(act, seen, caller, presented);
        return Attempt.of(act, seen, version(ifMatch), actor);
    }

    /**
     * An act that only the authority takes, on the version of the case that the reviewer saw.
     *
     * @throws Problem if there is no such case, another authority holds it, or the case has something against it
     */
    public Attempt attempt(Act act, UUID id, IfMatch ifMatch, Caller reviewer) {
        CaseFile seen = found(new CaseId(id));
        Actor actor = access.requireActor(act, seen, reviewer, null);
        return Attempt.of(act, seen, version(ifMatch), actor);
    }

    /** As whom the caller takes an act that names no version of the case. */
    public Actor actor(Act act, UUID id, PresentedPass presented, Caller caller) {
        return access.requireActor(act, found(new CaseId(id), caller, presented), caller, presented);
    }

    /** Without a pass a clerk is told the same of every id. */
    private CaseFile found(CaseId id, Caller caller, PresentedPass presented) {
        return cases.find(id).orElseThrow(() -> {
            if (caller.hasRole("clerk")) {
                presented.require(caller);
            }
            return Cases.unknown();
        });
    }

    private CaseFile found(CaseId id) {
        return cases.find(id).orElseThrow(Cases::unknown);
    }

    private static long version(IfMatch ifMatch) {
        return ifMatch.required(
                () -> Problem.of(CaseProblem.CASE_VERSION_MISSING), () -> Problem.of(CaseProblem.CASE_CHANGED));
    }

    /** A case that was read. */
    ResponseEntity<CaseAnswer> answered(CaseFile file) {
        return answered(ResponseEntity.ok(), file, notices.latest(file.id().value()));
    }

    /** A case as an act left it; nothing is read again. */
    public ResponseEntity<CaseAnswer> answered(Recorded recorded) {
        return answered(ResponseEntity.ok(), recorded.file(), recorded.notice());
    }

    /** A case as it was opened. */
    public ResponseEntity<CaseAnswer> answeredAsNew(Recorded recorded) {
        return answered(
                ResponseEntity.created(
                        URI.create(ADDRESS + "/" + recorded.file().id())),
                recorded.file(),
                recorded.notice());
    }

    private ResponseEntity<CaseAnswer> answered(
            ResponseEntity.BodyBuilder response, CaseFile file, Optional<Notice> notice) {
        return response.eTag(EntityTag.of(file.version()))
                .body(CaseAnswer.of(file, holder.of(file), notice, limits.of(file, notice), remedies));
    }
}
