package io.tongban.permit.casefile.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.point.Point;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The one textual form of a point of a stored notice. */
class NoticePointTests {

    @ParameterizedTest
    @CsvSource({
        "residence, residence",
        "photo:photo, photo:photo",
        "employment:labour-contract:30010001, employment:labour-contract#x30010001",
        "employment:labour-contract:A:1#2, employment:labour-contract#xA:1#2"
    })
    void keepsOfAUnitItsIndexOnly(String named, String stored) {
        assertThat(NoticePoint.of(Point.of(named), unit -> "x" + unit)).hasToString(stored);
    }

    @ParameterizedTest
    @CsvSource({"residence", "photo:photo", "employment:labour-contract#x30010001"})
    void isReadAsItIsWritten(String stored) {
        assertThat(NoticePoint.of(stored, unit -> "x" + unit)).hasToString(stored);
    }

    @ParameterizedTest
    @CsvSource({"employment:labour-contract:30010001"})
    void ofAnOldNoticeHidesTheUnit(String stored) {
        assertThat(NoticePoint.of(stored, unit -> "x" + unit))
                .isEqualTo(new NoticePoint("employment", "labour-contract", "x30010001"));
    }
}
