package io.tongban.permit.casefile.due;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestCases;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.platform.test.Flood;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestDatabase;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What follows on the days of a limit, once. */
@PermitServiceTest
class ActOnLimitsTests {

    @Autowired
    private TestCases cases;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestDatabase database;

    @Autowired
    private ActOnLimits work;

    @Test
    void anOpenCaseLapsesOnTheDayAfterItsLastOne() {
        Answer opened = cases.opened(TestCases.withOnly("photo"));
        assertThat(opened.at("/lapsesOn")).isEqualTo("2017-06-05");

        on("2017-06-05");
        assertThat(read(opened).at("/state")).isEqualTo("OPEN");
        on("2017-06-06");

        Answer lapsed = read(opened);
        assertThat(lapsed.at("/closed/result")).isEqualTo("LAPSED");
        assertThat(lapsed.at("/closed/closedOn")).isEqualTo("2017-06-06");
        assertThat(events(opened)).endsWith("LAPSED");
        assertThat(cases.tryToOpen(TestWindow.facts()).status())
                .as("the applicant may apply anew")
                .isEqualTo(201);
    }

    @Test
    void aVisitPutsTheLastDayOff() {
        Answer opened = cases.opened(TestCases.withOnly("photo"));
        clock.set(LocalDate.of(2017, 6, 1));
        Answer looked = cases.clerk()
                .ifMatch(opened)
                .post(opened.path() + "/looks", Map.of())
                .expect(200);
        assertThat(looked.at("/lapsesOn")).isEqualTo("2017-07-31");

        on("2017-06-06");

        assertThat(read(opened).at("/state")).isEqualTo("OPEN");
    }

    @Test
    void aMissingDecisionIsOverdueTheDayAfterAndFiveWorkingDaysLater() {
        Answer accepted = cases.received(TestWindow.facts());
        assertThat(accepted.at("/decisionDueOn")).isEqualTo("2017-04-21");

        on("2017-04-21");
        assertThat(events(accepted)).doesNotContain("OVERDUE");
        on("2017-04-22");
        on("2017-04-22");
        on("2017-04-27");
        assertThat(events(accepted)).containsOnlyOnce("OVERDUE");
        on("2017-04-28");

        assertThat(events(accepted)).filteredOn("OVERDUE"::equals).hasSize(2);
        assertThat(payloads(accepted, "OVERDUE"))
                .allMatch(payload -> payload.contains("\"clock\":1") && payload.contains("\"against\":\"HOLDER\""));
    }

    @Test
    void daysThatWereMissedAreMadeGoodOneByOne() {
        Answer accepted = cases.received(TestWindow.facts());

        on("2017-05-20");
        on("2017-05-20");
        on("2017-05-20");
        on("2017-05-20");
        on("2017-05-20");

        assertThat(database.asOwner()
                        .sql("select on_day::text from case_limit_step where case_id = :id order by on_day")
                        .param("id", UUID.fromString(accepted.at("/id")))
                        .query(String.class)
                        .list())
                .containsExactly("2017-04-22", "2017-04-28", "2017-05-08", "2017-05-15");
    }

    @Test
    void twoRoundsAtOnceRecordItOnce() throws Exception {
        Answer accepted = cases.received(TestWindow.facts());
        LocalDate day = LocalDate.of(2017, 4, 22);
        clock.set(day);
        Callable<Boolean> round = () -> {
            work.doWhatIsDue(day);
            return true;
        };

        Flood.atOnce(Collections.nCopies(6, round));

        assertThat(events(accepted)).containsOnlyOnce("OVERDUE");
    }

    @Test
    void whatIsDecidedIsNotOverdue() {
        Answer granted = cases.granted();

        on("2017-04-22");

        assertThat(events(granted)).doesNotContain("OVERDUE");
    }

    private void on(String day) {
        LocalDate today = LocalDate.parse(day);
        clock.set(today);
        work.doWhatIsDue(today);
    }

    private Answer read(Answer seen) {
        return cases.applicant().get(seen.path()).expect(200);
    }

    private List<String> events(Answer seen) {
        return database.asOwner()
                .sql("select type from ledger_event where case_id = :id order by seq")
                .param("id", UUID.fromString(seen.at("/id")))
                .query(String.class)
                .list();
    }

    private List<String> payloads(Answer seen, String type) {
        return database.asOwner()
                .sql("select payload::text from ledger_event where case_id = :id and type = :type")
                .param("id", UUID.fromString(seen.at("/id")))
                .param("type", type)
                .query(String.class)
                .list();
    }
}
