package io.tongban.platform.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which calls are traced, and what a caller says of its trace. */
class TracedCallsTests {

    private static final String RECORDED = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String UNRECORDED = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";

    private final AtomicLong seconds = new AtomicLong(-7); // a clock of no date can stand anywhere

    @Test
    void theTraceOfACallerIsGoneOnWith() {
        TracedCalls none = traced(0);

        assertThat(none.take(TraceParent.read(RECORDED))).isTrue();
        assertThat(none.take(null)).isFalse();
    }

    @Test
    void whatACallerDoesNotRecordIsNotRecordedHere() {
        TracedCalls all = traced(1);

        assertThat(all.take(TraceParent.read(UNRECORDED))).isFalse();
        assertThat(all.take(null)).isTrue();
    }

    @Test
    void nobodyHasMoreTracedThanTheMostOfASecond() {
        TracedCalls all = traced(1);

        assertThat(takenOf(all, 20)).isEqualTo(5);
        seconds.incrementAndGet();
        assertThat(takenOf(all, 20)).isEqualTo(5);
    }

    @Test
    void callersThatRecordTheirTracesTakeNoRoomOfOtherCalls() {
        TracedCalls all = traced(1);

        assertThat(IntStream.range(0, 20)
                        .filter(call -> all.take(TraceParent.read(RECORDED)))
                        .count())
                .isEqualTo(5);
        assertThat(takenOf(all, 20)).isEqualTo(5);
    }

    @Test
    void theNextServiceIsToldOfATraceThatIsNotRecordedFromHereOn() {
        TraceParent refused = new TraceParent(RECORDED, "a=b").notRecorded();

        assertThat(refused.header()).matches("00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-00");
        assertThat(refused.header()).doesNotContain("00f067aa0ba902b7");
        assertThat(refused.state()).isEqualTo("a=b");
        assertThat(new TraceParent(UNRECORDED).notRecorded()).isEqualTo(new TraceParent(UNRECORDED));
    }

    @Test
    void aTraceThatNobodyRecordsHasTheFormOfOne() {
        TraceParent made = TraceParent.unrecorded();

        assertThat(made.header()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
        assertThat(TraceParent.read(made.header())).isEqualTo(made);
        assertThat(made.isRecorded()).isFalse();
        assertThat(made).isNotEqualTo(TraceParent.unrecorded());
    }

    @Test
    void aLaterVersionIsReadByItsBeginning() {
        TraceParent later = TraceParent.read("42" + RECORDED.substring(2) + "-more");

        assertThat(later).isNotNull().satisfies(trace -> {
            assertThat(trace.traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
            assertThat(trace.isRecorded()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0x",
                "00_4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01x",
                "339999198805140011-4bf92f3577b34da6a3ce929d0e0e4736-0000000-0-01",
            })
    void whatHasNotTheFormIsNoTrace(String header) {
        assertThat(TraceParent.read(header)).isNull();
    }

    private TracedCalls traced(double share) {
        return new TracedCalls(share, 5, seconds::get);
    }

    private static long takenOf(TracedCalls calls, int count) {
        return IntStream.range(0, count).filter(call -> calls.take(null)).count();
    }
}
