package io.tongban.engine.standard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.basis.Origin;
import io.tongban.engine.expression.Months;
import io.tongban.engine.rule.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A standard reads the same in every process, whatever order its maps happen to have there. */
class DemandTests {

    private static final Origin ORIGIN = new Origin("city", "R1");

    @Test
    void whatAPaperMustSayIsInOrder() {
        Demand.PaperDemand demand = new Demand.PaperDemand(
                "letter",
                Months.NONE,
                Months.NONE,
                false,
                Map.of("c", Set.of("3", "1", "2"), "a", Set.of("1"), "d", Set.of("1"), "b", Set.of("1")),
                Map.of("c", "3", "a", "1", "d", "1", "b", "1"),
                ORIGIN);

        assertThat(demand.says().keySet()).containsExactly("a", "b", "c", "d");
        assertThat(demand.says().get("c")).containsExactly("1", "2", "3");
        assertThat(demand.otherwise().keySet()).containsExactly("a", "b", "c", "d");
    }

    @Test
    void whatAKindOfPaperCanSayIsInOrder() {
        Saying saying = new Saying(new Text("stamped", "盖章"), List.of("yes", "no"), "no");

        assertThat(new PaperKind(
                                new Text("letter", "信"),
                                PaperKind.Form.ORIGINAL_SEEN,
                                Map.of("c", saying, "a", saying, "d", saying, "b", saying),
                                ORIGIN)
                        .says()
                        .keySet())
                .containsExactly("a", "b", "c", "d");
    }
}
