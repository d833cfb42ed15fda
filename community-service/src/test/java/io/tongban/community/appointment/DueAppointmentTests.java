package io.tongban.community.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.community.Api;
import io.tongban.community.CommunityTest;
import io.tongban.community.DueWork;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.test.Flood;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestDatabase;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of an appointment by itself: nobody comes, or the window changes. */
@CommunityTest
class DueAppointmentTests {

    private static final String APPOINTMENTS = "/api/v1/appointments";
    private static final String AT_NINE = "2017-08-08T09:00:00+08:00";
    private static final String FROM_TEN = """
            {"workingDays": [{"opens": "10:00", "closes": "17:00"}], "weekends": []}
            """;

    @Autowired
    private Api api;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestDatabase database;

    @Autowired
    private DueWork dueWork;

    @Autowired
    private DueAppointments due;

    private final String applicant = "applicant-" + UUID.randomUUID();
    private String window = "";

    @BeforeEach
    void aWindowOfItsOwn() {
        at("2017-08-07T09:30:00");
        window = api.ownWindow(1);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "2017-08-08T09:14:59, BOOKED, true",
        "2017-08-08T09:15:00, BOOKED, false",
        "2017-08-08T09:29:59, BOOKED, false",
        "2017-08-08T09:30:00, NO_SHOW, false",
        "2017-08-09T09:30:00, NO_SHOW, false"
    })
    void whoDoesNotComeLosesThePlaceAndThenTheAppointment(String now, String state, boolean place) {
        Api.Answer booked = book(AT_NINE).expect(201);
        at(now);

        dueWork.doWhatIsDue();

        assertThat(read(booked).text("state")).isEqualTo(state);
        assertThat(holdsAPlace(booked)).isEqualTo(place);
    }

    @Test
    void aMissedOneHasNoConsequence() {
        book(AT_NINE).expect(201);
        at("2017-08-08T09:30:00");
        dueWork.doWhatIsDue();

        book("2017-08-08T11:00:00+08:00").expect(201);
        api.post("/api/v1/tickets", api.applicant(applicant), """
                        {"window": "%s", "item": "elder-card"}
                        """.formatted(window))
                .expect(201);
    }

    @Test
    void whoHasCheckedInIsNotMissed() {
        Api.Answer booked = book(AT_NINE).expect(201);
        at("2017-08-08T09:20:00");
        dueWork.doWhatIsDue();
        api.act(path(booked) + "/check-in", api.applicant(applicant), booked, null)
                .expect(200);
        at("2017-08-08T12:00:00");
        dueWork.doWhatIsDue();

        assertThat(read(booked).text("state")).isEqualTo("CHECKED_IN");
    }

    @Test
    void oneThatTheNewHoursDoNotCoverIsDisplacedOnceAndThreeAreOffered() throws Exception {
        Api.Answer displaced = book(AT_NINE).expect(201);
        Api.Answer kept = api.post(APPOINTMENTS, api.applicant("applicant-" + UUID.randomUUID()), """
                        {"window": "%s", "item": "elder-card", "startsAt": "2017-08-08T10:00:00+08:00"}
                        """.formatted(window))
                .expect(201);
        changeHours(FROM_TEN);

        Flood.atOnce(List.of(due::displaceAtAWindow, due::displaceAtAWindow, due::displaceAtAWindow));
        dueWork.doWhatIsDue();

        Api.Answer read = read(displaced).expect(200);
        assertThat(read.text("state")).isEqualTo("DISPLACED");
        assertThat(read.headers().getETag()).isEqualTo("\"2\"");
        assertThat(read.texts("offers", "startsAt"))
                .as("ten o'clock is another's")
                .containsExactly("2017-08-08T10:30:00+08:00", "2017-08-08T11:00:00+08:00", "2017-08-08T11:30:00+08:00");
        assertThat(read.texts("offers", "window")).containsOnly(window);
        assertThat(stateOf(kept)).isEqualTo("BOOKED");
        api.put(path(displaced) + "/slot", api.applicant(applicant), "\"2\"", """
                        {"window": "%s", "startsAt": "2017-08-08T10:30:00+08:00"}
                        """.formatted(window))
                .expect(200);
        assertThat(read(displaced).text("state")).isEqualTo("BOOKED");
        assertThat(read(displaced).body().has("offers")).isFalse();
    }

    @Test
    void whereTheWindowHasNoneLeftOthersNearItAreOffered() {
        window = api.ownWindowAt("330104008007", 1); // where no other test has a window with places
        Api.Answer displaced = book(AT_NINE).expect(201);
        String near = api.ownWindowAt("330104008007", 1);
        changeHours("""
                {"workingDays": [], "weekends": []}
                """);
        dueWork.doWhatIsDue();

        Api.Answer read = read(displaced).expect(200);

        assertThat(read.text("state")).isEqualTo("DISPLACED");
        assertThat(read.texts("offers", "window")).contains(near).doesNotContain(window);
        assertThat(read.body().path("offers")).hasSizeBetween(1, 3);
        assertThat(read.texts("offers", "startsAt")).contains(AT_NINE);
    }

    @Test
    void aWindowThatNoLongerTakesTheItemDisplacesToo() {
        Api.Answer booked = book(AT_NINE).expect(201);
        api.put("/api/v1/windows/" + window, api.tierAdmin("330104000000"), "\"2\"", """
                        {"name": "窗口 %s", "authority": "civil-affairs-330104", "items": ["residence-registration"]}
                        """.formatted(UUID.randomUUID()))
                .expect(200);
        dueWork.doWhatIsDue();

        assertThat(stateOf(booked)).isEqualTo("DISPLACED");
    }

    @Test
    void fewerPlacesDisplaceNobody() {
        Api.Answer booked = book(AT_NINE).expect(201);
        api.put("/api/v1/windows/" + window + "/capacity", api.tierAdmin("330104000000"), "\"2\"", "{\"capacity\": 0}")
                .expect(200);
        dueWork.doWhatIsDue();

        assertThat(stateOf(booked)).isEqualTo("BOOKED");
    }

    @Test
    void whatIsBookedWhileTheHoursChangeIsSeenByTheRoundAfter() throws Exception {
        for (int round = 0; round < 5; round++) {
            String raced = api.ownWindow(1);
            String token = api.applicant("applicant-" + UUID.randomUUID());
            List<Api.Answer> answers = Flood.atOnce(List.of(
                    () -> api.post(APPOINTMENTS, token, """
                            {"window": "%s", "item": "elder-card", "startsAt": "%s"}
                            """.formatted(raced, AT_NINE)),
                    () -> api.put(
                            "/api/v1/windows/" + raced + "/hours", api.tierAdmin("330104000000"), "\"2\"", FROM_TEN)));
            answers.getLast().expect(200);

            dueWork.doWhatIsDue();

            Api.Answer booked = answers.getFirst();
            if (booked.status() == 201) {
                assertThat(stateOf(booked)).isEqualTo("DISPLACED");
            } else {
                booked.expectProblem(422, "slot-not-offered");
            }
        }
    }

    private Api.Answer book(String startsAt) {
        return api.post(APPOINTMENTS, api.applicant(applicant), """
                {"window": "%s", "item": "elder-card", "startsAt": "%s"}
                """.formatted(window, startsAt));
    }

    private void changeHours(String hours) {
        api.put("/api/v1/windows/" + window + "/hours", api.tierAdmin("330104000000"), "\"2\"", hours)
                .expect(200);
    }

    private Api.Answer read(Api.Answer appointment) {
        return api.get(path(appointment), api.applicant(applicant));
    }

    private static String path(Api.Answer appointment) {
        return APPOINTMENTS + "/" + appointment.text("id");
    }

    private boolean holdsAPlace(Api.Answer appointment) {
        return database.asOwner()
                .sql("select place is not null from appointment where id = :id")
                .param("id", UUID.fromString(appointment.text("id")))
                .query(Boolean.class)
                .single();
    }

    private String stateOf(Api.Answer appointment) {
        return database.asOwner()
                .sql("select state from appointment where id = :id")
                .param("id", UUID.fromString(appointment.text("id")))
                .query(String.class)
                .single();
    }

    private void at(String time) {
        clock.set(LocalDateTime.parse(time).atZone(BusinessClock.ZONE));
    }
}
