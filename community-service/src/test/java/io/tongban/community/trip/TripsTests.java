package io.tongban.community.trip;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.community.trip.Cause.Group;
import io.tongban.community.trip.Cause.Kind;
import io.tongban.community.trip.ChainEvent.Collected;
import io.tongban.community.trip.ChainEvent.DemandRefused;
import io.tongban.community.trip.ChainEvent.FoundOutsideStandard;
import io.tongban.community.trip.ChainEvent.Judged;
import io.tongban.community.trip.ChainEvent.Looked;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the suite of visits does not show: whose tickets and visits count, and the borders of each cause. */
class TripsTests {

    private static final String ITEM = "residence-permit";
    private static final String ACCOUNT = "account-of-the-opening";
    private static final LocalDate FIRST_DAY = LocalDate.of(2017, 5, 8);
    private static final WindowVisit.End COMPLETE = new WindowVisit.Complete();

    private final List<Occasion> occasions = new ArrayList<>();
    private final List<ChainEvent> events = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "residence-permit, account-of-the-opening, 2",
        "residence-permit, account-of-the-second-visit, 2",
        "residence-permit, account-of-somebody, 1",
        "residence-permit, , 1",
        "elder-card, account-of-the-opening, 1"
    })
    void aTicketWithoutEndIsATripOfThoseWhoCameForTheChain(String item, @Nullable String account, int visits) {
        occasions.add(new TakenTicket(new Arrival(onDay(1), item, account), null));
        occasions.add(new WindowVisit(
                id(2), new Arrival(onDay(2), ITEM, "account-of-the-second-visit"), Present.APPLICANT, true, COMPLETE));

        assertThat(trips().visits()).isEqualTo(visits);
    }

    @ParameterizedTest
    @EnumSource
    void aTicketThatEndedIsNoTrip(TicketEnd end) {
        occasions.add(new TakenTicket(arrival(1), end));
        visit(2, COMPLETE);

        assertThat(trips().visits()).isEqualTo(1);
    }

    @Test
    void aTicketOfTodayCanStillBeCalled() {
        occasions.add(new TakenTicket(arrival(1), null));

        assertThat(trips(FIRST_DAY.plusDays(1)).visits()).isZero();
        assertThat(trips(FIRST_DAY.plusDays(2)).visits()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"account-of-the-opening, 2", "account-of-somebody, 1", ", 1"})
    void aVisitWithoutACaseIsATripOfTheTicketsAccount(@Nullable String account, int visits) {
        occasions.add(new WindowVisit(id(1), new Arrival(onDay(1), ITEM, account), Present.OTHER, false, COMPLETE));
        visit(2, COMPLETE);

        assertThat(trips().visits()).isEqualTo(visits);
    }

    @Test
    void aVisitWithoutACaseMakesNoOtherAccountCount() {
        occasions.add(
                new WindowVisit(id(1), new Arrival(onDay(1), ITEM, "somebody"), Present.APPLICANT, false, COMPLETE));
        occasions.add(new TakenTicket(new Arrival(onDay(2), ITEM, "somebody"), null));
        visit(3, COMPLETE);

        assertThat(trips().visits()).isEqualTo(1);
    }

    @Test
    void aVisitWithoutACaseAndWithoutALookIsPartial() {
        occasions.add(new WindowVisit(id(1), arrival(1), Present.APPLICANT, false, COMPLETE));
        visit(2, COMPLETE);

        assertThat(trips().causes()).containsExactly(new Cause(Kind.PARTIAL, Group.CLERK));
    }

    @Test
    void thePreCheckOfAVisitWithoutACaseIsALook() {
        occasions.add(new WindowVisit(id(1), arrival(1), Present.APPLICANT, false, COMPLETE));
        look(1, PointState.MISSING);
        visit(2, COMPLETE);

        assertThat(trips().causes()).containsExactly(new Cause(Kind.PAPER, Group.APPLICANT));
    }

    @Test
    void aTripBeginsBeforeTheResult() {
        visit(1, COMPLETE);
        visit(2, COMPLETE);

        assertThat(Trips.of(chain(onDay(2)), occasions, events, LocalDate.MAX).visits())
                .isEqualTo(1);
        assertThat(Trips.of(chain(onDay(2).plusSeconds(1)), occasions, events, LocalDate.MAX)
                        .visits())
                .isEqualTo(2);
    }

    @Test
    void everyTripOfALiveChainCounts() {
        visit(1, COMPLETE);
        visit(700, COMPLETE);

        assertThat(trips().visits()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "CLOSING, true, false, CUT_SHORT",
        "CLOSING, false, false, PARTIAL",
        "CLOSING, true, true, CHOICE",
        "HANDOVER, true, true, CHOICE",
        "HANDOVER, true, false, PARTIAL",
        "SYSTEM_DOWN, true, true, CHOICE",
        "APPLICANT_LEFT, false, false, CHOICE",
        ", true, false, PARTIAL"
    })
    void theEndOfTheVisitBeforeIsTheCauseUnlessTheApplicantWishedIt(
            @Nullable PartialCode code, boolean begunInHours, boolean handoverConfirmed, Kind cause) {
        visit(1, new WindowVisit.Partial(code, begunInHours, handoverConfirmed));
        look(1, PointState.MISSING);
        visit(2, COMPLETE);

        assertThat(kinds()).containsExactly(cause);
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING, WAIT",
        "REVIEW, WAIT",
        "PENDING REVIEW, WAIT",
        "PENDING MISSING, PAPER",
        "NOT_YET, STANDARD",
        "NOT_YET REVIEW, STANDARD",
        "NOT_YET FAILED, PAPER",
        "FAILED, PAPER",
        "TOLERABLE, PAPER"
    })
    void whatTheLastLookLeftIsTheCause(String left, Kind cause) {
        visit(1, COMPLETE);
        look(1, states(left));
        visit(2, COMPLETE);

        assertThat(kinds()).containsExactly(cause);
    }

    @ParameterizedTest
    @CsvSource({
        "BREACH, BREACH",
        "SOURCE, WAIT",
        "DATE, LAPSED",
        "STANDARD, STANDARD",
        "FACT, PAPER",
        "STANDARD DATE, LAPSED",
        "DATE SOURCE, WAIT",
        "SOURCE BREACH, BREACH"
    })
    void whatWasJudgedGoesBeforeWhatWasLeft(String verdicts, Kind cause) {
        visit(1, COMPLETE);
        look(1, PointState.MISSING);
        words(verdicts)
                .map(Verdict::valueOf)
                .forEach(verdict -> events.add(new Judged(onDay(1), verdict, "N-2017-00000002")));
        visit(2, COMPLETE);
        visit(3, COMPLETE);

        assertThat(kinds()).containsExactly(cause, Kind.PAPER);
    }

    @Test
    void whatIsJudgedInATripIsNotItsOwnCause() {
        visit(1, COMPLETE);
        look(1, PointState.MISSING);
        visit(2, COMPLETE);
        events.add(new Judged(onDay(2), Verdict.BREACH, "N-2017-00000002"));

        assertThat(kinds()).containsExactly(Kind.PAPER);
    }

    @Test
    void theLookOfAnEarlierTripStillSaysWhatIsLeft() {
        visit(1, COMPLETE);
        look(1, PointState.MISSING);
        visit(2, COMPLETE);
        visit(3, COMPLETE);

        assertThat(trips().causes())
                .containsExactly(new Cause(Kind.PAPER, Group.APPLICANT), new Cause(Kind.PAPER, Group.APPLICANT));
    }

    @Test
    void comingAgainAfterAVisitWithoutALookLiesWithTheClerk() {
        visit(1, COMPLETE);
        look(1);
        visit(2, COMPLETE);
        visit(3, COMPLETE);

        assertThat(trips().causes())
                .containsExactly(new Cause(Kind.OTHER, Group.APPLICANT), new Cause(Kind.OTHER, Group.CLERK));
        assertThat(trips().avoidable()).isEqualTo(1);
    }

    @Test
    void aDemandIsTheCauseAfterTheVisitInWhichItWasMade() {
        visit(1, COMPLETE);
        look(1, PointState.MISSING);
        visit(2, COMPLETE);
        events.add(new DemandRefused(id(2)));
        visit(3, COMPLETE);
        visit(4, COMPLETE);

        assertThat(kinds()).containsExactly(Kind.PAPER, Kind.BREACH, Kind.PAPER);
    }

    @Test
    void aBreachOutsideTheStandardIsTheCauseAfterItsVisit() {
        visit(1, COMPLETE);
        look(1);
        events.add(new FoundOutsideStandard(onDay(1)));
        visit(2, COMPLETE);
        visit(3, COMPLETE);

        assertThat(kinds()).containsExactly(Kind.BREACH, Kind.OTHER);
    }

    @Test
    void aVisitThatAlsoCollectsIsOne() {
        visit(1, COMPLETE);
        events.add(new Collected(id(1)));

        assertThat(trips().visitsToResult()).isEqualTo(1);
    }

    @Test
    void everyCollectionAfterTheResultCounts() {
        visit(1, COMPLETE);
        visit(9, COMPLETE);
        occasions.add(new WindowVisit(id(10), arrival(10), Present.NOBODY, true, COMPLETE));
        visit(11, COMPLETE);
        events.add(new Collected(id(9)));
        events.add(new Collected(id(10)));

        Trips trips = Trips.of(chain(onDay(5)), occasions, events, LocalDate.MAX);
        assertThat(trips.visits()).isEqualTo(1);
        assertThat(trips.visitsToResult()).isEqualTo(2);
    }

    @Test
    void aNoticeWithTwoJudgedPointsIsOneSecondNotice() {
        visit(1, COMPLETE);
        events.add(new Judged(onDay(3), Verdict.FACT, "N-2017-00000002"));
        events.add(new Judged(onDay(3), Verdict.BREACH, "N-2017-00000002"));
        events.add(new Judged(onDay(4), Verdict.DATE, "N-2017-00000005"));

        assertThat(trips().secondNotices()).isEqualTo(2);
    }

    @Test
    void theOrderInWhichItIsToldMeansNothing() {
        visit(1, COMPLETE);
        look(1, PointState.MISSING);
        visit(2, COMPLETE);
        look(2, PointState.PENDING);
        visit(3, COMPLETE);

        Trips inOrder = trips();
        assertThat(Trips.of(chain(null), occasions.reversed(), events.reversed(), LocalDate.MAX))
                .isEqualTo(inOrder);
        assertThat(kinds()).containsExactly(Kind.PAPER, Kind.WAIT);
    }

    private void visit(int day, WindowVisit.@Nullable End end) {
        occasions.add(new WindowVisit(id(day), arrival(day), Present.APPLICANT, true, end));
    }

    private void look(int day, PointState... left) {
        events.add(new Looked(onDay(day), id(day), Set.of(left)));
    }

    private Trips trips() {
        return trips(LocalDate.MAX);
    }

    private Trips trips(LocalDate today) {
        return Trips.of(chain(null), occasions, events, today);
    }

    private List<Kind> kinds() {
        return trips().causes().stream().map(Cause::kind).toList();
    }

    private static Chain chain(@Nullable LocalDateTime resultAt) {
        return new Chain(ITEM, Set.of(ACCOUNT), FIRST_DAY, resultAt);
    }

    private static Arrival arrival(int day) {
        return new Arrival(onDay(day), ITEM, ACCOUNT);
    }

    private static LocalDateTime onDay(int day) {
        return FIRST_DAY.plusDays(day).atTime(10, 0);
    }

    private static UUID id(int day) {
        return new UUID(7, day);
    }

    private static PointState[] states(String words) {
        return words(words).map(PointState::valueOf).toArray(PointState[]::new);
    }

    private static Stream<String> words(String text) {
        return Pattern.compile(" ").splitAsStream(text);
    }
}
