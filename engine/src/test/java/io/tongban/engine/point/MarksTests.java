package io.tongban.engine.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** What persons set on a case, one after the other. */
class MarksTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Point CONTRACT = Point.of("employment:labour-contract:123456789");
    private static final Point SAME_CONTRACT = Point.of("employment:labour-contract:91330100123456789X");

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
    void areSeenWithoutWhatDoesNotBind() {
        Marks dropped = Marks.NONE.dropped(Point.of("photo:photo")).underReview("identity", Mark.NAME_VARIANT);

        assertThat(dropped.unconfirmed(CONTRACT).allBinding()).isEqualTo(dropped);
    }

    @Test
    void areStoredInOneForm() {
        Marks marks = Marks.NONE
                .underReview("contributions", Mark.CONTESTED)
                .unconfirmed(Point.of("residence"))
                .unconfirmed(CONTRACT);

        String json = JSON.writeValueAsString(marks);

        assertThat(json).isEqualTo("""
                {"reviews":{"contributions":"CONTESTED"},\
                "unconfirmed":["employment:labour-contract:123456789","residence"]}""");
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
}
