package io.tongban.permit.casefile.suite;

import io.tongban.engine.assessment.Assessment;
import io.tongban.permit.casefile.look.LookCompleteness;
import io.tongban.permit.casefile.notice.Demands;
import io.tongban.permit.casefile.notice.JudgedPoint;
import io.tongban.permit.casefile.notice.LookFindings;
import io.tongban.permit.casefile.notice.NoticeReason;
import java.util.List;
import java.util.Optional;

/**
 * What a look of a suite came to.
 *
 * @param reason why a notice followed; empty: none did
 * @param counted the assessment with what does not bind as what a person decides
 */
record LookResult(
        LookFindings findings,
        LookCompleteness completeness,
        Optional<NoticeReason> reason,
        List<JudgedPoint> judged,
        Assessment counted,
        Demands demands) {

    LookResult {
        judged = List.copyOf(judged);
    }
}
