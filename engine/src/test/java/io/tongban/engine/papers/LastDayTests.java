package io.tongban.engine.papers;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.library.Standards;
import io.tongban.engine.library.StandardsLibrary;
import io.tongban.engine.rule.NamedPaper;
import io.tongban.engine.standard.PaperKind.Form;
import io.tongban.engine.standard.Standard;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The last days of papers that a notice announces. */
class LastDayTests {

    private static final Standards STANDARDS =
            StandardsLibrary.in(Path.of("..", "standards")).standards();
    private static final Standard R1 = STANDARDS.version("residence-permit", "R1");
    private static final LocalDate DAY = LocalDate.of(2017, 5, 9);

    private static final Paper CONTRACT = new Paper("labour-contract", "30010001", null, DAY);
    private static final Paper LEASE = new Paper("lease", null, null, DAY);

    @Test
    void areThoseOfCriteriaThatAreAsked() {
        Standard asked = STANDARDS.whatIf(
                R1, DocumentNode.read("settings", "address-paper.asked: true").members());

        assertThat(of(R1, CONTRACT, LEASE))
                .containsExactly(new LastDay("employment", new NamedPaper("labour-contract", "30010001"), DAY));
        assertThat(of(asked, CONTRACT, LEASE))
                .extracting(LastDay::criterion)
                .containsExactly("address-paper", "employment");
    }

    @Test
    void areThoseOfEveryAlternativeWhetherOrNotItDecides() {
        assertThat(of(R1, CONTRACT, new Paper("farm-contract", null, null, DAY.minusYears(1))))
                .extracting(LastDay::paper)
                .containsExactly(new NamedPaper("farm-contract"), new NamedPaper("labour-contract", "30010001"));
    }

    @Test
    void haveNoneOfAPaperWithoutAnEnd() {
        assertThat(of(R1, new Paper("labour-contract", "30010001", DAY, null))).isEmpty();
    }

    @Test
    void haveNoneOfWhatIsNotBrought() {
        assertThat(of(
                        R1,
                        CONTRACT.in(PaperState.DEFECTIVE),
                        CONTRACT.in(PaperState.FALSE),
                        new Paper("labour-contract", "30010001", null, null, DAY, Map.of(), Form.COPY, null)))
                .isEmpty();
        assertThat(of(R1, CONTRACT.in(PaperState.DOUBTED))).hasSize(1);
    }

    private static List<LastDay> of(Standard standard, Paper... papers) {
        return LastDay.of(standard, standard.route("employment").orElseThrow(), List.of(papers));
    }
}
