package io.tongban.permit.casefile.notice;

import static io.tongban.permit.casefile.notice.SomeCase.ASKING;
import static io.tongban.permit.casefile.notice.SomeCase.CONTRACT;
import static io.tongban.permit.casefile.notice.SomeCase.CONTRACT_ID;
import static io.tongban.permit.casefile.notice.SomeCase.LEASE;
import static io.tongban.permit.casefile.notice.SomeCase.LEASE_ID;
import static io.tongban.permit.casefile.notice.SomeCase.PHOTO;
import static io.tongban.permit.casefile.notice.SomeCase.PHOTO_ID;
import static io.tongban.permit.casefile.notice.SomeCase.R1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.engine.assessment.Assessment;
import io.tongban.engine.assessment.Assessor;
import io.tongban.engine.papers.LastDay;
import io.tongban.engine.papers.Paper;
import io.tongban.engine.point.Marks;
import io.tongban.engine.point.OpenPoint;
import io.tongban.engine.point.Point;
import io.tongban.engine.rule.CriterionState;
import io.tongban.engine.visibility.CorrectionGround;
import io.tongban.engine.visibility.SeenFacts;
import io.tongban.engine.visibility.SeenPaper;
import io.tongban.permit.casefile.authority.AuthorityId;
import io.tongban.permit.casefile.notice.JudgedPoint.Breach;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the suite of the rule does not hold: who answers where no window does, and borders of the rules. */
class OneNoticeTests {

    private static final AuthorityId HOLDER = new AuthorityId("police-330104");
    private static final GivenNotice.Window WINDOW =
            new GivenNotice.Window(new AuthorityId("police-330106"), "centre-330106007");
    private static final LocalDate FIRST_DAY = LocalDate.of(2017, 4, 6);
    private static final LocalDate SECOND_DAY = LocalDate.of(2017, 5, 8);

    private static final SeenFacts FACTS = SomeCase.facts()
            .shown(1, CONTRACT_ID, CONTRACT)
            .shown(1, PHOTO_ID, PHOTO)
            .shown(1, LEASE_ID, new Paper("lease", null, LEASE.from(), LocalDate.of(2017, 12, 31)));

    private static final LookBasis FIRST =
            SomeCase.basis(ASKING, FIRST_DAY, SomeCase.record(FIRST_DAY, "2016-04..2017-02", "2017-03?"));
    private static final LookBasis SECOND =
            SomeCase.basis(ASKING, SECOND_DAY, SomeCase.record(SECOND_DAY, "2016-04..2017-03", "2017-04?"));

    private final Map<GivenNotice, LookBasis> bases = new LinkedHashMap<>();

    @Test
    void theHolderAnswersForANoticeOfTheServiceAndNoHostIsTold() {
        give(2, FACTS, FIRST, null);

        Breach breach = Objects.requireNonNull(
                judged(FACTS.defective(CONTRACT_ID), SECOND, "employment").breach());

        assertThat(breach.against()).isEqualTo(HOLDER);
        assertThat(breach.host()).isNull();
        assertThat(breach.notice().event()).isEqualTo(2);
    }

    @Test
    void theFirstNoticeThatOverlooksThePointAnswersThoughALaterOneDoesToo() {
        give(2, FACTS, FIRST, WINDOW);
        give(3, FACTS, FIRST, null);

        assertThat(judged(FACTS.defective(CONTRACT_ID), SECOND, "employment").breach())
                .isEqualTo(new Breach(notice(0), WINDOW.authority(), WINDOW.host()));
    }

    @Test
    void aNoticeThatNamedThePointByAnotherWordDoesNotAnswer() {
        SeenFacts without = SomeCase.facts().shown(1, PHOTO_ID, PHOTO).shown(1, LEASE_ID, LEASE);
        SeenFacts with = without.shown(3, CONTRACT_ID, CONTRACT);
        give(2, without, FIRST, WINDOW);
        give(4, with, FIRST, null);
        SeenFacts corrected = with.corrected(
                5,
                CorrectionGround.TYPED,
                CONTRACT_ID,
                new Paper("labour-contract", "30010001", LocalDate.of(2016, 8, 1), null));

        JudgedPoint judged = judged(corrected, SECOND, "employment");

        assertThat(judged.rule()).isEqualTo(1);
        assertThat(Objects.requireNonNull(judged.breach()).notice()).isEqualTo(notice(1));
    }

    @Test
    void aNoticeUnderAStandardThatDidNotAskForItDoesNotAnswer() {
        give(2, FACTS, SomeCase.basis(R1, FIRST_DAY, FIRST.record()), WINDOW);
        give(3, FACTS, FIRST, null);
        SeenFacts corrected = FACTS.corrected(
                4, CorrectionGround.TYPED, LEASE_ID, new Paper("lease", null, LEASE.from(), LocalDate.of(2017, 3, 31)));

        JudgedPoint judged = judged(corrected, SECOND, "address-paper");

        assertThat(judged.rule()).isEqualTo(1);
        assertThat(Objects.requireNonNull(judged.breach()).notice()).isEqualTo(notice(1));
    }

    /** The first day applied is 2017-04-06, the second 2017-05-08; the lease is not good on the second any more. */
    @ParameterizedTest(name = "ends on {0}, announced {1}: {2}")
    @CsvSource({
        "2017-04-06, 2017-04-06, DATE",
        "2017-05-07, 2017-05-07, DATE",
        "2017-05-07, 2017-04-06, DATE",
        "2017-05-07, 2017-04-05, BREACH",
        "2017-05-07, 2017-05-08, BREACH"
    })
    void aDayThatPassedMustHaveBeenAnnouncedWithinTheDaysBetween(
            LocalDate until, LocalDate announced, Verdict verdict) {
        SeenFacts typed = SomeCase.facts()
                .shown(1, CONTRACT_ID, CONTRACT)
                .shown(1, PHOTO_ID, PHOTO)
                .shown(1, LEASE_ID, new Paper("lease", null, LEASE.from(), announced));
        give(2, typed, FIRST, WINDOW);
        SeenFacts facts =
                typed.corrected(3, CorrectionGround.TYPED, LEASE_ID, new Paper("lease", null, LEASE.from(), until));

        JudgedPoint judged =
                judge(new OpenPoint(Point.of("address-paper:lease"), CriterionState.MISSING), facts, SECOND);

        assertThat(judged.verdict()).isEqualTo(verdict);
        assertThat(judged.rule()).isEqualTo(2);
    }

    @Test
    void anAnswerThatIsGivenLaterIsAFact() {
        give(2, FACTS, FIRST, WINDOW);

        assertThat(judged(FACTS.answered(3, "household", "same-urban-area"), SECOND, "household"))
                .extracting(JudgedPoint::verdict, JudgedPoint::rule)
                .containsExactly(Verdict.FACT, 4);
    }

    @Test
    void anotherRouteIsAFact() {
        SeenFacts facts = SomeCase.facts().shown(1, CONTRACT_ID, CONTRACT).shown(1, PHOTO_ID, PHOTO);
        give(2, facts, FIRST, WINDOW);
        LookBasis residence = new LookBasis(ASKING, "residence", SECOND.record(), SECOND_DAY);

        assertThat(judged(facts, residence, "dwelling"))
                .extracting(JudgedPoint::verdict, JudgedPoint::rule)
                .containsExactly(Verdict.FACT, 4);
    }

    @Test
    void aRouteThatTheStandardOfTheNoticeDoesNotKnowIsTheStandards() {
        SeenFacts facts = SomeCase.facts().shown(1, PHOTO_ID, PHOTO);
        give(2, facts, FIRST, WINDOW);
        GivenNotice told = notice(0);
        bases.put(told, new LookBasis(SomeCase.ELDER_CARD, "first-issue", null, FIRST_DAY));

        assertThat(judged(facts, SECOND, "employment").verdict()).isEqualTo(Verdict.STANDARD);
    }

    @Test
    void isNotMovedByWhatDoesNotBind() {
        give(2, FACTS, FIRST, WINDOW);
        JudgedPoint judged = judged(FACTS.defective(CONTRACT_ID), SECOND, "employment");

        Marks breach = OneNotice.after(Marks.NONE, List.of(judged));

        assertThat(breach).isEqualTo(Marks.NONE.unconfirmed(judged.point()));
        assertThat(OneNotice.after(breach, List.of(new JudgedPoint(judged.point(), Verdict.FACT, 4, null))))
                .isEqualTo(Marks.NONE);
        assertThat(judged(FACTS.defective(CONTRACT_ID), SECOND, "employment").verdict())
                .isEqualTo(Verdict.BREACH);
    }

    @Test
    void somebodyAnswersForABreachAlone() {
        OpenPoint point = new OpenPoint(Point.of("residence"), CriterionState.NOT_YET);

        assertThatThrownBy(() -> new JudgedPoint(point, Verdict.BREACH, 1, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new JudgedPoint(point, Verdict.DATE, 2, Breach.of(notice(give(2, FACTS, FIRST, null)), HOLDER)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Gives the notice that follows a look at these facts; the answer is its place. */
    private int give(long event, SeenFacts facts, LookBasis basis, GivenNotice.@Nullable Window window) {
        Assessment assessment = SomeCase.assess(facts, basis);
        List<LastDay> until = LastDay.of(
                basis.standard(),
                basis.standard().route(basis.route()).orElseThrow(),
                facts.papers().values().stream().map(SeenPaper::today).toList());
        bases.put(
                new GivenNotice(
                        "N-2017-0000000" + event,
                        event,
                        basis.appliedOn(),
                        window,
                        assessment.points(),
                        assessment.readyOn(),
                        until),
                basis);
        return bases.size() - 1;
    }

    private GivenNotice notice(int place) {
        return List.copyOf(bases.keySet()).get(place);
    }

    /** The verdict on the one point of the criterion that the look adds. */
    private JudgedPoint judged(SeenFacts facts, LookBasis now, String criterion) {
        List<OpenPoint> points = SomeCase.assess(facts, now).points().stream()
                .filter(point -> point.point().criterion().equals(criterion))
                .toList();
        assertThat(points).hasSize(1);
        return judge(points.getFirst(), facts, now);
    }

    private JudgedPoint judge(OpenPoint point, SeenFacts facts, LookBasis now) {
        return new OneNotice(
                        new Assessor(),
                        new NoticeChain(List.copyOf(bases.keySet())),
                        new HashMap<>(bases)::get,
                        now,
                        facts,
                        HOLDER)
                .judge(List.of(point))
                .getFirst();
    }
}
