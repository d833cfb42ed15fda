package io.tongban.permit.casefile.notice;

import io.tongban.engine.assessment.Assessor;
import io.tongban.engine.contributions.record.ContributionRecord;
import io.tongban.engine.point.Marks;
import io.tongban.engine.point.OpenPoint;
import io.tongban.engine.replay.AssessedFacts;
import io.tongban.engine.standard.Standard;
import io.tongban.engine.visibility.SeenFacts;
import io.tongban.permit.casefile.authority.AuthorityId;
import io.tongban.permit.casefile.notice.JudgedPoint.Breach;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rule of one notice: whether a point that a later notice adds could have been named before. The case is assessed again as it
 * was at the latest notice, and then with the day, the source, the facts and the standard of today, one after the other; the first
 * that makes such an assessment ask for the point gives the verdict. What binds is left out of account.
 */
public final class OneNotice {

    private final Assessor assessor;
    private final NoticeChain chain;
    private final Function<GivenNotice, LookBasis> bases;
    private final LookBasis now;
    private final SeenFacts facts;
    private final AuthorityId holder;

    /**
     * For one look.
     *
     * @param chain the notices before it, at least one where anything is judged
     * @param bases what the look of a notice was made from; asked only of the notices for which it is needed
     * @param now what this look is made from
     * @param facts as they are known now, in the order of events in which the notices of the chain are
     * @param holder the responsible authority, which answers for what the service does
     */
    public OneNotice(
            Assessor assessor,
            NoticeChain chain,
            Function<GivenNotice, LookBasis> bases,
            LookBasis now,
            SeenFacts facts,
            AuthorityId holder) {
        this.assessor = assessor;
        this.chain = chain;
        this.bases = bases;
        this.now = now;
        this.facts = facts;
        this.holder = holder;
    }

    /** The verdict on each of the points that {@link NoticeChain#added} names, in their order. */
    public List<JudgedPoint> judge(List<OpenPoint> added) {
        return added.stream().map(this::judge).toList();
    }

    /** What persons have set, after these verdicts: the point of a breach does not bind, any other does. */
    public static Marks after(Marks marks, List<JudgedPoint> judged) {
        Marks after = marks;
        for (JudgedPoint one : judged) {
            after = one.breach() == null ? after.binding(one.point()) : after.unconfirmed(one.point());
        }
        return after;
    }

    private JudgedPoint judge(OpenPoint point) {
        GivenNotice latest = chain.latest().orElseThrow();
        LookBasis then = bases.apply(latest);
        if (wasThereToBeSeen(point, latest)) {
            return breach(point, 1, firstThatOverlooked(point));
        }
        AssessedFacts visible = facts.by(latest.event(), now.appliedOn());
        if (isAsked(point, then.standard(), then.route(), visible, then.record())) {
            return latest.announcesBetween(point.point().criterion(), then.appliedOn(), now.appliedOn())
                    ? new JudgedPoint(point, Verdict.DATE, 2, null)
                    : breach(point, 2, latest);
        }
        if (isAsked(point, then.standard(), then.route(), visible, now.record())) {
            return new JudgedPoint(point, Verdict.SOURCE, 3, null);
        }
        // The route is what the applicant states, so that another one is a fact, too.
        return isAsked(point, then.standard(), now.route(), facts.today(now.appliedOn()), now.record())
                ? new JudgedPoint(point, Verdict.FACT, 4, null)
                : new JudgedPoint(point, Verdict.STANDARD, 5, null);
    }

    private GivenNotice firstThatOverlooked(OpenPoint point) {
        return chain.notices().stream()
                .filter(notice -> !notice.covers(point) && wasThereToBeSeen(point, notice))
                .findFirst()
                .orElseThrow();
    }

    private boolean wasThereToBeSeen(OpenPoint point, GivenNotice notice) {
        LookBasis then = bases.apply(notice);
        return isAsked(point, then.standard(), then.route(), facts.by(notice.event(), then.appliedOn()), then.record());
    }

    private boolean isAsked(
            OpenPoint point, Standard standard, String route, AssessedFacts of, @Nullable ContributionRecord record) {
        return standard.route(route).isPresent()
                && assessor.assess(standard, route, of.under(standard, record)).points().stream()
                        .anyMatch(asked -> asked.isAsked() && asked.covers(point));
    }

    private JudgedPoint breach(OpenPoint point, int rule, GivenNotice notice) {
        return new JudgedPoint(point, Verdict.BREACH, rule, Breach.of(notice, holder));
    }
}
