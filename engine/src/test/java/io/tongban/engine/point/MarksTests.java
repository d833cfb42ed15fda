package io.tongban.engine.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.engine.rule.CriterionState;
import io.tongban.engine.rule.NamedPaper;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** What persons set on a case, one after the other. */
class MarksTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final OpenPoint CONTRACT = missing("employment:labour-contract:123456789");
    private static final OpenPoint SAME_CONTRACT = missing("employment:labour-contract:91330100123456789X");
    private static final OpenPoint OTHER_CONTRACT = missing("employment:labour-contract:30010002");
    private static final OpenPoint ANY_PROOF = new OpenPoint(
            Point.of("employment:employment-paper"),
            CriterionState.MISSING,
            true,
            List.of(new NamedPaper("labour-contract", "123456789"), new NamedPaper("labour-contract", "30010002")));

    @Test
    void bindsOnceItIsConfirmed() {
        Marks unconfirmed = Marks.NONE.unconfirmed(CONTRACT);

        assertThat(unconfirmed.isUnconfirmed(SAME_CONTRACT)).isTrue();
        assertThat(unconfirmed.binding(SAME_CONTRACT)).isEqualTo(Marks.NONE);
    }

    @Test
    void isNeverAskedOnceItIsDropped() {
        Marks dropped = Marks.NONE.unconfirmed(CONTRACT).dropped(CONTRACT);

        assertThat(dropped.isUnconfirmed(CONTRACT)).isFalse();
        assertThat(dropped.isDropped(SAME_CONTRACT)).isTrue();
        assertThat(dropped.binding(CONTRACT).isDropped(CONTRACT)).isTrue();
    }

    @Test
    void areOnWhateverAPointCovers() {
        Marks unconfirmed = Marks.NONE.unconfirmed(ANY_PROOF);
        Marks dropped = Marks.NONE.dropped(ANY_PROOF);

        assertThat(unconfirmed.isUnconfirmed(SAME_CONTRACT)).isTrue();
        assertThat(dropped.isDropped(SAME_CONTRACT)).isTrue();
        assertThat(unconfirmed.isUnconfirmed(missing("employment:labour-contract:39999999")))
                .isFalse();
        assertThat(dropped.isDropped(missing("employment:farm-contract"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "TOLERABLE, TOLERABLE, true",
        "TOLERABLE, MISSING, false",
        "NOT_YET, PENDING, true",
        "NOT_YET, FAILED, false"
    })
    void areOnTheSamePointInNoWorseState(CriterionState marked, CriterionState found, boolean isMarked) {
        OpenPoint then = new OpenPoint(Point.of("contributions"), marked);
        OpenPoint now = new OpenPoint(Point.of("contributions"), found);

        assertThat(Marks.NONE.unconfirmed(then).isUnconfirmed(now)).isEqualTo(isMarked);
        assertThat(Marks.NONE.dropped(then).isDropped(now)).isEqualTo(isMarked);
    }

    @Test
    void leaveTheOtherPapersOfAWordAsTheyAre() {
        Marks one = Marks.NONE.unconfirmed(ANY_PROOF).binding(SAME_CONTRACT);

        assertThat(one.isUnconfirmed(CONTRACT)).isFalse();
        assertThat(one.isUnconfirmed(OTHER_CONTRACT)).isTrue();
    }

    @Test
    void areGoneFromThePapersOfAWordThatBinds() {
        assertThat(Marks.NONE.unconfirmed(OTHER_CONTRACT).binding(ANY_PROOF)).isEqualTo(Marks.NONE);
    }

    @Test
    void areSeenWithoutWhatDoesNotBind() {
        Marks dropped = Marks.NONE.dropped(missing("photo:photo")).underReview("identity", Mark.NAME_VARIANT);

        assertThat(dropped.unconfirmed(CONTRACT).allBinding()).isEqualTo(dropped);
    }

    @Test
    void areStoredInOneForm() {
        Marks marks = Marks.NONE
                .underReview("contributions", Mark.CONTESTED)
                .unconfirmed(new OpenPoint(Point.of("residence"), CriterionState.NOT_YET))
                .unconfirmed(ANY_PROOF);

        String json = JSON.writeValueAsString(marks);

        assertThat(json).isEqualTo("""
                {"reviews":{"contributions":"CONTESTED"},"unconfirmed":[\
                {"point":"employment:employment-paper","state":"MISSING","binding":false,\
                "standsFor":["labour-contract:123456789","labour-contract:30010002"]},\
                {"point":"residence","state":"NOT_YET","binding":false}]}""");
        assertThat(JSON.readValue(json, Marks.class)).isEqualTo(marks);
        assertThat(JSON.writeValueAsString(Marks.NONE)).isEqualTo("{}");
        assertThat(JSON.readValue("{}", Marks.class).areNone()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"DOUBTED", "UNCONFIRMED", "DROPPED"})
    void followsFromAPaperOrAPointAndIsSetOnNoCriterion(Mark mark) {
        assertThatThrownBy(() -> Marks.NONE.underReview("identity", mark)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sayWhatTheyMeanInBothLanguages() {
        assertThat(EnumSet.allOf(Mark.class)).allSatisfy(mark -> {
            assertThat(mark.text().reason().zh()).matches(".*\\p{IsHan}.*");
            assertThat(mark.text().remedy().zh()).matches(".*\\p{IsHan}.*");
            assertThat(mark.text().reason().en()).matches("[\\p{ASCII}]+");
            assertThat(mark.text().remedy().en()).matches("[\\p{ASCII}]+");
        });
    }

    private static OpenPoint missing(String point) {
        return new OpenPoint(Point.of(point), CriterionState.MISSING);
    }
}
