package io.tongban.permit.casefile.notice;

import io.tongban.engine.point.OpenPoint;
import io.tongban.permit.casefile.authority.AuthorityId;
import org.jspecify.annotations.Nullable;

/**
 * A point that a later notice adds, with the verdict on it.
 *
 * @param rule which of the rules of judgment gave the verdict, the first being 1
 * @param breach null unless the verdict is {@link Verdict#BREACH}
 */
public record JudgedPoint(
        OpenPoint point,
        Verdict verdict,
        int rule,
        @Nullable Breach breach) {

    public JudgedPoint {
        if ((verdict == Verdict.BREACH) != (breach != null)) {
            throw new IllegalArgumentException("somebody answers for a breach, and for nothing else");
        }
    }

    /**
     * Who answers for a breach.
     *
     * @param notice the one that should have named the point
     * @param against the authority of the window that gave it; where the service gave it, the responsible authority of the case
     * @param host of that window, who is told; null where the service gave it
     */
    public record Breach(
            GivenNotice notice,
            AuthorityId against,
            @Nullable String host) {

        static Breach of(GivenNotice notice, AuthorityId holder) {
            GivenNotice.Window window = notice.window();
            return window == null
                    ? new Breach(notice, holder, null)
                    : new Breach(notice, window.authority(), window.host());
        }
    }
}
