package io.tongban.engine.visibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.engine.assessment.Identity;
import io.tongban.engine.assessment.Residence;
import io.tongban.engine.papers.Paper;
import io.tongban.engine.papers.PaperState;
import io.tongban.engine.replay.AssessedFacts;
import io.tongban.form.IdentityNumber;
import java.time.LocalDate;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Today's facts without what became visible after an event: here the fifth, the notice. */
class SeenFactsTests {

    private static final long FIRST_CONTACT = 1;
    private static final long BEFORE = 3;
    private static final long NOTICE = 5;
    private static final long AFTER = 8;
    private static final long LATER = 9;
    private static final LocalDate DAY = LocalDate.of(2017, 5, 8);
    private static final LocalDate SOON = LocalDate.of(2017, 5, 9);
    private static final LocalDate LATE = LocalDate.of(2018, 5, 9);
    private static final UUID LEASE = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private static final SeenFacts CASE = SeenFacts.since(
            FIRST_CONTACT, identity("339999199001010013"), new Residence(LocalDate.of(2016, 5, 12), false));

    @Test
    void areThoseOfTodayWhereNothingFollowed() {
        SeenFacts facts = CASE.shown(BEFORE, LEASE, lease(SOON)).answered(BEFORE, "household", "elsewhere");

        assertThat(facts.by(NOTICE, DAY)).isEqualTo(facts.today(DAY));
        assertThat(facts.today(DAY).papers()).containsExactly(lease(SOON));
        assertThat(facts.today(DAY).answers()).isEqualTo(Map.of("household", "elsewhere"));
    }

    @Test
    void lackAPaperThatWasShownLater() {
        assertThat(CASE.shown(AFTER, LEASE, lease(SOON)).by(NOTICE, DAY).papers())
                .isEmpty();
    }

    @Test
    void haveAPaperThatTheNoticeWasGivenOn() {
        assertThat(CASE.shown(NOTICE, LEASE, lease(SOON)).by(NOTICE, DAY).papers())
                .hasSize(1);
    }

    @Test
    void haveWhatWasTypedWronglyAsItIs() {
        SeenFacts facts =
                CASE.shown(BEFORE, LEASE, lease(LATE)).corrected(AFTER, CorrectionGround.TYPED, LEASE, lease(SOON));

        assertThat(facts.by(NOTICE, DAY).papers()).containsExactly(lease(SOON));
    }

    @ParameterizedTest
    @EnumSource(names = {"CHANGED", "MISSTATED"})
    void haveWhatChangedOrWasMisstatedAsItWasKnown(CorrectionGround ground) {
        SeenFacts facts = CASE.shown(BEFORE, LEASE, lease(LATE)).corrected(AFTER, ground, LEASE, lease(SOON));

        assertThat(facts.by(NOTICE, DAY).papers()).containsExactly(lease(LATE));
        assertThat(facts.today(DAY).papers()).containsExactly(lease(SOON));
    }

    /** A typing error in what changed is as young as the change, one in another detail of the paper is not. */
    @ParameterizedTest
    @CsvSource({"until, 2018-05-09, 2016-05-10", "from, 2018-05-09, 2016-06-10"})
    void correctEachDetailByItself(String detail, LocalDate until, LocalDate from) {
        Paper changed = lease(LocalDate.of(2017, 12, 9));
        Paper mended = detail.equals("until")
                ? lease(SOON)
                : new Paper("lease", null, LocalDate.of(2016, 6, 10), changed.until());
        SeenFacts facts = CASE.shown(BEFORE, LEASE, lease(LATE))
                .corrected(AFTER, CorrectionGround.CHANGED, LEASE, changed)
                .corrected(LATER, CorrectionGround.TYPED, LEASE, mended);

        assertThat(facts.today(DAY).papers()).containsExactly(mended);
        assertThat(facts.by(NOTICE, DAY).papers()).containsExactly(new Paper("lease", null, from, until));
    }

    @Test
    void haveADefectThatWasThereToBeSeen() {
        SeenFacts facts = CASE.shown(BEFORE, LEASE, lease(LATE)).defective(LEASE);

        assertThat(facts.by(NOTICE, DAY).papers()).containsExactly(lease(LATE).in(PaperState.DEFECTIVE));
    }

    @ParameterizedTest
    @EnumSource(names = {"DOUBTED", "FALSE"})
    void haveNoFindingThatWasMadeLater(PaperState found) {
        SeenFacts facts = CASE.shown(BEFORE, LEASE, lease(LATE)).found(AFTER, LEASE, found);

        assertThat(facts.by(NOTICE, DAY).papers()).containsExactly(lease(LATE));
        assertThat(facts.today(DAY).papers()).containsExactly(lease(LATE).in(found));
    }

    @Test
    void haveADoubtThatWasCleared() {
        SeenFacts facts = CASE.shown(BEFORE, LEASE, lease(LATE))
                .found(NOTICE, LEASE, PaperState.DOUBTED)
                .found(AFTER, LEASE, PaperState.HOLDS);

        assertThat(facts.by(NOTICE, DAY).papers()).containsExactly(lease(LATE).in(PaperState.DOUBTED));
        assertThat(facts.today(DAY).papers()).containsExactly(lease(LATE));
    }

    @Test
    void haveNumberAndResidenceFromTheFirstContactOn() {
        AssessedFacts seen = CASE.corrected(AFTER, CorrectionGround.TYPED, identity("339999198805140011"))
                .corrected(AFTER, CorrectionGround.TYPED, new Residence(SOON, false))
                .by(NOTICE, DAY);

        assertThat(seen.identity()).isEqualTo(identity("339999198805140011"));
        assertThat(seen.residence()).isEqualTo(new Residence(SOON, false));
    }

    @Test
    void haveAMoveOnlySinceItWasTold() {
        SeenFacts moved = CASE.corrected(AFTER, CorrectionGround.CHANGED, new Residence(SOON, true));

        assertThat(moved.by(NOTICE, DAY).residence()).isEqualTo(new Residence(LocalDate.of(2016, 5, 12), false));
        assertThat(moved.today(DAY).residence()).isEqualTo(new Residence(SOON, true));
    }

    @Test
    void haveAnAnswerSinceItWasGiven() {
        SeenFacts answered =
                CASE.answered(BEFORE, "household", "elsewhere").answered(AFTER, "household", "same-urban-area");

        assertThat(answered.by(NOTICE, DAY).answers()).containsEntry("household", "elsewhere");
        assertThat(CASE.answered(AFTER, "household", "elsewhere")
                        .by(NOTICE, DAY)
                        .answers())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"TYPED, true", "CHANGED, false", "MISSTATED, false"})
    void haveAnAnswerThatWasNotEnteredIfItWasGiven(CorrectionGround ground, boolean visible) {
        SeenFacts corrected = CASE.corrected(AFTER, ground, "household", "same-urban-area");

        assertThat(corrected.by(NOTICE, DAY).answers().containsKey("household")).isEqualTo(visible);
    }

    @Test
    void areOfNoOneBeforeTheFirstContact() {
        assertThatThrownBy(() -> CASE.by(0, DAY)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void showAPaperOnce() {
        SeenFacts shown = CASE.shown(BEFORE, LEASE, lease(SOON));

        assertThatThrownBy(() -> shown.shown(AFTER, LEASE, lease(SOON))).hasMessageContaining("was shown before");
        assertThatThrownBy(() -> CASE.defective(LEASE)).hasMessageContaining("was not shown");
    }

    private static Identity identity(String number) {
        return Identity.of(IdentityNumber.of(number));
    }

    private static Paper lease(LocalDate until) {
        return new Paper("lease", null, LocalDate.of(2016, 5, 10), until);
    }
}
