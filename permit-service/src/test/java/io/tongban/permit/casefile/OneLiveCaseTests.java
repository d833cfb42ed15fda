package io.tongban.permit.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestCases;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.platform.test.Flood;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A person has one live case of an item, however many windows they go to. */
@PermitServiceTest
class OneLiveCaseTests {

    @Autowired
    private TestCases cases;

    @Test
    void aSecondCaseIsRefusedWithTheOneThatIsLive() {
        Answer first = cases.opened();

        Answer second = cases.tryToOpen(TestWindow.facts()).expect(409);

        assertThat(second.at("/type")).isEqualTo("/errors/case-already-open");
        assertThat(second.at("/case")).isEqualTo(first.at("/id"));
    }

    @Test
    void anEndedCaseIsNotTakenUpBesideALiveOne() {
        Answer refused = cases.refused();
        Answer second = cases.opened();

        Answer reopened = cases.reviewer()
                .ifMatch(refused)
                .post(refused.path() + "/reopening", Map.of("order", "JUDGMENT"))
                .expect(409);

        assertThat(reopened.at("/type")).isEqualTo("/errors/case-already-open");
        assertThat(reopened.at("/case")).isEqualTo(second.at("/id"));
    }

    @Test
    void ofManyAtOnceOneIsOpened() throws Exception {
        List<Callable<Answer>> calls = Collections.nCopies(4, () -> cases.tryToOpen(TestWindow.facts()));

        List<Answer> answers = Flood.atOnce(calls);

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409, 409, 409);
    }
}
