package io.tongban.platform.test.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The words of the wire are held, and whoever uses others is named. */
class WireWordsTests {

    @Test
    void namesEveryMemberThatIsCalledOrTypedOtherwise() {
        assertThat(WireWords.differences(Offender.class))
                .containsExactlyInAnyOrder(
                        "Answer.made: an instant is called …At",
                        "Answer.status: where something stands is its state; a status is HTTP's",
                        "Part.born: a day is called …On, or from and until of a period",
                        "Part.receivedAt: only an instant is called …At",
                        "Part.span: a month is called …Month, or first and last of a span",
                        "Body.until: an instant is called …At",
                        "Body.doneAt: is an Instant of the system clock or an OffsetDateTime of the business clock");
    }

    @Test
    void hasNothingAgainstTheWordsThemselves() {
        assertThat(WireWords.differences(Model.class)).isEmpty();
    }

    /** A controller with words of its own. */
    static class Offender {

        @GetMapping("/things")
        ResponseEntity<List<Answer>> read() {
            return ResponseEntity.ok(List.of());
        }

        @PostMapping("/things")
        void write(@RequestBody Body body) {}
    }

    record Answer(Instant made, String status, Map<String, ? extends Part> parts) {}

    record Part(LocalDate born, String receivedAt, YearMonth span) {}

    record Body(OffsetDateTime until, LocalDateTime doneAt) {}

    /** A controller with the words of all. */
    static class Model {

        @GetMapping("/models")
        Good read() {
            throw new IllegalStateException("never called");
        }
    }

    record Good(
            Instant recordedAt,
            OffsetDateTime takenAt,
            LocalDate givenOn,
            LocalDate from,
            YearMonth first,
            String state) {}
}
