package io.tongban.permit.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestNeighbours;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.platform.test.TestClock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A case holds two hundred papers, whoever brings them in however many visits. */
@PermitServiceTest
class PaperLimitTests {

    @Autowired
    private TestWindow window;

    @Autowired
    private TestNeighbours neighbours;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void firstVisit() {
        neighbours.reset();
        clock.reset();
    }

    @Test
    void theTwoHundredthPaperIsTakenAndTheNextIsNot() {
        Answer opened = window.openCase("clerk-1"); // with two
        Answer more = add(opened, contracts(1, 100)).expect(200);
        Answer full = add(more, contracts(101, 198)).expect(200);

        int asked = neighbours.queries().size();
        Answer refused = add(full, contracts(199, 199)).expect(422);
        assertThat(refused.at("/type")).isEqualTo("/errors/papers-too-many");
        assertThat(refused.at("/papers")).isEqualTo("201");
        assertThat(refused.at("/most")).isEqualTo("200");
        assertThat(neighbours.queries()).as("no source is asked for it").hasSize(asked);
        add(full, contracts(198, 198)).expect(200); // it is there already
    }

    private Answer add(Answer seen, List<Map<String, String>> papers) {
        return window.clerk("clerk-1").ifMatch(seen).post(seen.path() + "/papers", Map.of("papers", papers));
    }

    private static List<Map<String, String>> contracts(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> Map.of(
                        "kind",
                        "labour-contract",
                        "unit",
                        "%08d".formatted(40000000 + number),
                        "from",
                        "2016-04-05",
                        "until",
                        "2019-04-04"))
                .toList();
    }
}
