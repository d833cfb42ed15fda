package io.tongban.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.fault.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The account bites: each difference between what was told and what is there is found. */
class AccountTests {

    private static final UUID VISIT = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID CASE = UUID.fromString("00000000-0000-7000-8000-000000000002");

    private final Journal told = new Journal();
    private final List<Stored.Event> events = new ArrayList<>();
    private final List<Stored.Case> cases = new ArrayList<>(List.of(new Stored.Case(CASE, "DECIDED", "GRANTED")));
    private final List<Stored.Visit> visits = new ArrayList<>(List.of(new Stored.Visit(VISIT, true)));

    @BeforeEach
    void aWholeCaseThatIsThere() {
        told.told(new Act(Step.OPEN_VISIT, VISIT, null));
        told.told(new Act(Step.OPEN_CASE, VISIT, CASE));
        told.told(new Act(Step.ADD_PAPERS, VISIT, CASE));
        told.told(new Act(Step.ACCEPT, VISIT, CASE));
        told.told(new Act(Step.END_VISIT, VISIT, null));
        told.told(new Act(Step.DECIDE, null, CASE));
        happened("CASE_OPENED", VISIT);
        happened("ASSESSED", VISIT);
        happened("PAPERS_ADDED", VISIT);
        happened("ASSESSED", VISIT);
        happened("ACCEPTED", VISIT);
        happened("DECIDED", null);
    }

    @Test
    void findsNothingWhereEachActIsThereOnce() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void findsEveryEventThatIsNotThere() {
        for (int dropped = 0; dropped < events.size(); dropped++) {
            Stored.Event event = events.remove(dropped);
            assertThat(kinds()).as("without %s", event.type()).isNotEmpty().containsOnly(Kind.LOST);
            events.add(dropped, event);
        }
    }

    @Test
    void findsAnActThatIsThereTwice() {
        happened("PAPERS_ADDED", VISIT);
        assertThat(kinds()).containsExactly(Kind.TWICE);
    }

    @Test
    void findsAnActThatWasToldTwiceAndIsThereOnce() {
        told.told(new Act(Step.ADD_PAPERS, VISIT, CASE));
        assertThat(kinds()).containsExactly(Kind.LOST);
    }

    @Test
    void findsASecondDecision() {
        happened("DECIDED", null);
        assertThat(kinds()).containsOnly(Kind.TWICE);
    }

    @Test
    void findsASettlementThatTwoSchedulersDid() {
        happened("ACCEPTED", null);
        assertThat(kinds()).containsExactly(Kind.TWICE);
    }

    @Test
    void findsACaseOfWhichNobodyWasTold() {
        UUID other = new UUID(0, 9);
        events.add(new Stored.Event(other, 1, "CASE_OPENED", VISIT));
        cases.add(new Stored.Case(other, "DECIDED", "GRANTED"));
        assertThat(findings())
                .extracting(Finding::what)
                .containsExactlyInAnyOrder(
                        "case " + other + ", of which nobody was told", "case opened in visit " + VISIT + ": 2");
    }

    @Test
    void excusesACaseWhoseAnswerWasLost() {
        UUID visit = new UUID(0, 7);
        UUID other = new UUID(0, 9);
        told.told(new Act(Step.OPEN_VISIT, visit, null));
        told.unanswered(visit);
        visits.add(new Stored.Visit(visit, true));
        events.add(new Stored.Event(other, 1, "CASE_OPENED", visit));
        cases.add(new Stored.Case(other, "DECIDED", "GRANTED"));
        assertThat(findings()).isEmpty();
    }

    @Test
    void findsAVisitThatIsNotThereAndOneOfWhichNobodyWasTold() {
        visits.set(0, new Stored.Visit(new UUID(0, 8), true));
        assertThat(kinds()).containsExactlyInAnyOrder(Kind.LOST, Kind.TWICE);
    }

    @Test
    void findsTheEndOfAVisitThatIsNotThere() {
        visits.set(0, new Stored.Visit(VISIT, false));
        assertThat(kinds()).containsExactly(Kind.LOST);
    }

    @Test
    void findsARowThatIsNotThere() {
        cases.clear();
        assertThat(kinds()).isNotEmpty().containsOnly(Kind.LOST);
    }

    @Test
    void findsWhatTheServiceItselfCallsBroken() {
        assertThat(Account.of(told, stored(Set.of(CASE)), Sources.ANSWER))
                .extracting(Finding::kind)
                .containsExactly(Kind.BROKEN);
    }

    @Test
    void findsRefusalsAndWhatIsNotFinished() {
        told.refused("ACCEPT 409 open-points");
        cases.set(0, new Stored.Case(CASE, "ACCEPTED", null));
        assertThat(kinds()).containsExactlyInAnyOrder(Kind.REFUSED, Kind.UNFINISHED);
        cases.set(0, new Stored.Case(CASE, "DECIDED", "REFUSED"));
        assertThat(kinds()).containsExactly(Kind.REFUSED, Kind.REFUSED);
    }

    @Test
    void excusesAProvisionalReceptionOnlyWhereASourceMayBeSilent() {
        events.set(4, new Stored.Event(CASE, 5, "RECEIVED_PROVISIONALLY", VISIT));
        assertThat(kinds()).containsExactly(Kind.PROVISIONAL);
        assertThat(Account.of(told, stored(Set.of()), Sources.MAY_BE_SILENT)).isEmpty();
    }

    private void happened(String type, @Nullable UUID visit) {
        events.add(new Stored.Event(CASE, events.size() + 1, type, visit));
    }

    private List<Kind> kinds() {
        return findings().stream().map(Finding::kind).toList();
    }

    private List<Finding> findings() {
        return Account.of(told, stored(Set.of()), Sources.ANSWER);
    }

    private Stored stored(Set<UUID> broken) {
        return new Stored(events, cases, visits, broken);
    }
}
