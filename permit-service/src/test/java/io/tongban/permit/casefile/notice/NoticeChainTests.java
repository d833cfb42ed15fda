package io.tongban.permit.casefile.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.assessment.Outcome;
import io.tongban.engine.papers.LastDay;
import io.tongban.engine.point.OpenPoint;
import io.tongban.engine.point.Point;
import io.tongban.engine.rule.CriterionState;
import io.tongban.engine.rule.NamedPaper;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** When a complete look is followed by a notice, and which points that one adds. */
class NoticeChainTests {

    private static final LocalDate FIRST_DAY = LocalDate.of(2017, 4, 6);
    private static final LocalDate TODAY = LocalDate.of(2017, 5, 8);
    private static final LocalDate READY = LocalDate.of(2017, 9, 15);

    @Test
    void followsTheFirstLookThatLeavesAPoint() {
        NoticeChain none = new NoticeChain(List.of());

        assertThat(none.reason(found("contributions PENDING"), false)).contains(NoticeReason.FIRST);
        assertThat(none.reason(found(""), false)).isEmpty();
        assertThat(none.added(found("photo:photo TOLERABLE"))).isEmpty();
    }

    @Test
    void followsNoLookThatLeavesNothingHoweverDatesHaveMoved() {
        NoticeChain chain = chain(told("photo:photo TOLERABLE", FIRST_DAY));

        assertThat(chain.reason(found("", READY), true)).isEmpty();
    }

    @ParameterizedTest(name = "told {0}, found {1}: {2}")
    @CsvSource({
        "photo:photo TOLERABLE, photo:photo TOLERABLE,",
        "photo:photo TOLERABLE + contributions PENDING, contributions PENDING,",
        "photo:photo TOLERABLE, photo:photo MISSING, photo:photo",
        "photo:photo TOLERABLE, photo:photo TOLERABLE + residence NOT_YET, residence"
    })
    void addsWhatIsAskedAndNotCovered(String told, String found, @Nullable String added) {
        NoticeChain chain = chain(told(told, null));

        assertThat(chain.reason(found(found), false).isPresent()).isEqualTo(added != null);
        assertThat(chain.added(found(found)))
                .extracting(point -> point.point().toString())
                .isEqualTo(added == null ? List.of() : List.of(added));
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "REVIEW"})
    void aWaitingPointGivesANoticeAndIsNotJudged(CriterionState waiting) {
        NoticeChain chain = chain(told("photo:photo TOLERABLE", null));
        LookFindings found = found("photo:photo TOLERABLE + contributions " + waiting);

        assertThat(chain.reason(found, false)).contains(NoticeReason.NEW_POINT);
        assertThat(chain.added(found)).isEmpty();
    }

    @Test
    void onlyTheLatestNoticeCovers() {
        NoticeChain chain = chain(told("residence NOT_YET", null), told("photo:photo TOLERABLE", null));

        assertThat(chain.reason(found("residence NOT_YET"), false)).contains(NoticeReason.NEW_POINT);
    }

    @ParameterizedTest(name = "told {0}, found {1}: {2}")
    @CsvSource(nullValues = "?", textBlock = """
        2017-06-15, 2017-06-15, false
        2017-06-15, 2017-06-16, true
        2017-06-15, 2017-06-14, false
        2017-06-15, ?,          false
        ?,          2017-06-15, false
        2017-04-06, 2017-05-08, false
        2017-04-06, 2017-05-09, true
        """)
    void followsALaterDateThatIsStillToCome(@Nullable LocalDate told, @Nullable LocalDate found, boolean given) {
        assertThat(chain(told("residence NOT_YET", told)).reason(found("residence NOT_YET", found), false))
                .isEqualTo(given ? Optional.of(NoticeReason.LATER_DATE) : Optional.empty());
    }

    @ParameterizedTest(name = "{0}, provisional: {1}, {2}")
    @CsvSource({
        "PROVISIONAL, true, false",
        "INCOMPLETE, true, true",
        "NOT_YET, true, true",
        "REVIEW, true, true",
        "INELIGIBLE, true, true",
        "NOT_YET, false, false"
    })
    void followsAProvisionalCaseThatSettlesOtherwise(Outcome outcome, boolean provisional, boolean given) {
        LookFindings found = new LookFindings(TODAY, outcome, points("residence NOT_YET"), null, List.of());

        assertThat(chain(told("residence NOT_YET", null))
                        .reason(found, provisional)
                        .isPresent())
                .isEqualTo(given);
    }

    @Test
    void saysThatItSettledOtherwiseBeforeItSpeaksOfPoints() {
        LookFindings found = new LookFindings(TODAY, Outcome.NOT_YET, points("residence NOT_YET"), READY, List.of());
        NoticeChain chain = chain(told("contributions PENDING", FIRST_DAY));

        assertThat(chain.reason(found, true)).contains(NoticeReason.SETTLED_OTHERWISE);
        assertThat(chain.reason(found, false)).contains(NoticeReason.NEW_POINT);
    }

    /** Today is 2017-05-08, ready on 2017-09-15. */
    @ParameterizedTest(name = "ends on {0}, announced {1}: {2}")
    @CsvSource(nullValues = "?", textBlock = """
        2017-05-07, ?,          false
        2017-05-08, ?,          true
        2017-09-14, ?,          true
        2017-09-15, ?,          false
        2017-06-30, 2017-06-30, false
        2017-06-30, 2017-06-29, true
        """)
    void followsALastDayBeforeTheReadyDateThatNoNoticeAnnounced(
            LocalDate until, @Nullable LocalDate announced, boolean given) {
        NoticeChain chain = chain(
                announced == null
                        ? told("residence NOT_YET", READY)
                        : told("residence NOT_YET", READY, lease(announced)),
                told("residence NOT_YET", READY));
        LookFindings found =
                new LookFindings(TODAY, Outcome.NOT_YET, points("residence NOT_YET"), READY, List.of(lease(until)));

        assertThat(chain.reason(found, false).isPresent()).isEqualTo(given);
    }

    @Test
    void followsNoLastDayWhileTheReadyDateIsUnknown() {
        LookFindings found =
                new LookFindings(TODAY, Outcome.REVIEW, points("identity REVIEW"), null, List.of(lease(TODAY)));

        assertThat(chain(told("identity REVIEW", null)).reason(found, false)).isEmpty();
    }

    @Test
    void theLastDayOfAnotherPaperIsAnotherDay() {
        LastDay title = new LastDay("address-paper", new NamedPaper("title"), TODAY);
        LookFindings found =
                new LookFindings(TODAY, Outcome.NOT_YET, points("residence NOT_YET"), READY, List.of(title));

        assertThat(chain(told("residence NOT_YET", READY, lease(TODAY))).reason(found, false))
                .contains(NoticeReason.NEW_LAST_DAY);
    }

    private static LastDay lease(LocalDate until) {
        return new LastDay("address-paper", new NamedPaper("lease"), until);
    }

    private static NoticeChain chain(GivenNotice... notices) {
        return new NoticeChain(List.of(notices));
    }

    private static GivenNotice told(String points, @Nullable LocalDate readyOn, LastDay... until) {
        return new GivenNotice("N-2017-00000001", 1, FIRST_DAY, null, points(points), readyOn, List.of(until));
    }

    private static LookFindings found(String points) {
        return found(points, null);
    }

    private static LookFindings found(String points, @Nullable LocalDate readyOn) {
        return new LookFindings(TODAY, Outcome.INCOMPLETE, points(points), readyOn, List.of());
    }

    /** As {@code criterion:paper STATE + criterion STATE}. */
    private static List<OpenPoint> points(String written) {
        return Arrays.stream(written.split(" \\+ ", -1))
                .filter(point -> !point.isEmpty())
                .map(point -> point.split(" ", -1))
                .map(point -> new OpenPoint(Point.of(point[0]), CriterionState.valueOf(point[1])))
                .toList();
    }
}
