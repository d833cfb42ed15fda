package io.tongban.permit.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestNeighbours;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.permit.TestWindow.Call;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestDatabase;
import io.tongban.platform.test.TestTokens;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;

/** A partner asks within what the applicant consented to, and the applicant sees every question. */
@PermitServiceTest
class ConsentTests {

    private static final String CONSENTS = "/api/v1/consents";
    private static final String QUESTIONS = CONSENTS + "/questions";
    private static final String ASSESSMENTS = "/api/v1/assessments";
    private static final String PARTNER = "tongban-partner";
    private static final String OTHER_PARTNER = "city-library";

    @Autowired
    private TestWindow window;

    @Autowired
    private TestNeighbours neighbours;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private TestDatabase database;

    @BeforeEach
    void firstVisit() {
        neighbours.reset();
        clock.reset();
        neighbours.monthsPaid(LocalDate.of(2017, 4, 6), YearMonth.of(2016, 4), YearMonth.of(2017, 3));
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void aPartnerAsksUnderAConsentAndTheApplicantSeesIt() {
        String consent = window.consent(PARTNER);

        Answer answer = ask(PARTNER, consent, TestWindow.ID_NUMBER).expect(200);

        assertThat(answer.at("/routes/0/outcome")).isEqualTo("ELIGIBLE");
        assertThat(database.asRuntime()
                        .sql("select assessment_digest from pre_check where consent = :consent")
                        .param("consent", consent)
                        .query(String.class)
                        .list())
                .containsExactly(answer.at("/routes/0/digest"));
        Answer question = mine().get(QUESTIONS + "?limit=1").expect(200);
        assertThat(question.at("/items/0/consent")).isEqualTo(consent);
        assertThat(question.at("/items/0/partner")).isEqualTo(PARTNER);
        assertThat(question.at("/items/0/item")).isEqualTo("residence-permit");
        assertThat(question.at("/items/0/allowed")).isEqualTo("true");
        Answer listed = mine().get(CONSENTS + "?limit=1").expect(200);
        assertThat(listed.at("/items/0/id")).isEqualTo(consent);
    }

    @Test
    void withoutAConsentNothingIsAnsweredAndTheApplicantSeesTheQuestion() {
        Answer refused = ask(PARTNER, null, TestWindow.ID_NUMBER);

        assertThat(refused.expect(403).at("/type")).isEqualTo("/errors/consent-missing");
        assertThat(neighbours.queries()).isEmpty();
        Answer question = mine().get(QUESTIONS + "?limit=1").expect(200);
        assertThat(question.at("/items/0/allowed")).isEqualTo("false");
        assertThat(question.json().at("/items/0").has("consent")).isFalse();
    }

    @Test
    void outsideOfAConsentEveryQuestionIsRefusedAlike() {
        String consent = window.consent(PARTNER);
        String withdrawn = window.consent(PARTNER);
        mine().post(CONSENTS + "/" + withdrawn + "/withdrawal", Map.of()).expect(200);
        Map<String, Object> otherItem = asked(consent, TestWindow.ID_NUMBER);
        otherItem.put("item", "elder-card");

        List<Answer> refused = List.of(
                ask(PARTNER, null, TestWindow.ID_NUMBER),
                ask(PARTNER, UUID.randomUUID().toString(), TestWindow.ID_NUMBER),
                ask(OTHER_PARTNER, consent, TestWindow.ID_NUMBER),
                ask(PARTNER, consent, TestWindow.OTHER_ID_NUMBER),
                ask(PARTNER, withdrawn, TestWindow.ID_NUMBER),
                partner(PARTNER).post(ASSESSMENTS, otherItem));

        assertThat(refused).allSatisfy(answer -> {
            assertThat(answer.expect(403).at("/type")).isEqualTo("/errors/consent-missing");
            assertThat(answer.at("/detail")).isEqualTo(refused.getFirst().at("/detail"));
            assertThat(answer.json().propertyNames())
                    .containsExactlyElementsOf(refused.getFirst().json().propertyNames());
        });
        clock.set(LocalDate.of(2017, 5, 31));
        ask(PARTNER, consent, TestWindow.ID_NUMBER).expect(200);
        clock.set(LocalDate.of(2017, 6, 1));
        ask(PARTNER, consent, TestWindow.ID_NUMBER).expect(403);
        assertThat(state(consent)).isEqualTo("EXPIRED");
        assertThat(state(withdrawn)).isEqualTo("WITHDRAWN");
    }

    @Test
    void aConsentSaysWhatItIsFor() {
        String toBeTold = window.consentToBeTold(TestWindow.ID_NUMBER, PARTNER);
        assertThat(ask(PARTNER, toBeTold, TestWindow.ID_NUMBER).expect(403).at("/type"))
                .isEqualTo("/errors/consent-missing");

        Map<String, Object> both = consent(PARTNER, "2017-05-31");
        both.put("purposes", List.of("EVENTS", "PRE_CHECK", "EVENTS"));
        Answer given = give(both).expect(201);
        assertThat(given.json().path("purposes").valueStream().map(JsonNode::asString))
                .containsExactly("PRE_CHECK", "EVENTS");
        ask(PARTNER, given.at("/id"), TestWindow.ID_NUMBER).expect(200);

        assertThat(give(consent(PARTNER, "2017-05-31")).expect(201).at("/purposes/0"))
                .as("without a purpose")
                .isEqualTo("PRE_CHECK");
        both.put("purposes", List.of());
        give(both).expect(422);
        both.put("purposes", List.of("ADVERTISING"));
        give(both).expect(422);
    }

    @Test
    void onePersonHasAHundredConsentsAtTheSameTime() {
        Call applicant = window.applicant("339999196001010017");
        String person = database.asRuntime()
                .sql("select person from consent where id = :id")
                .param(
                        "id",
                        UUID.fromString(give(applicant, PARTNER).expect(201).at("/id")))
                .query(String.class)
                .single();
        database.asRuntime()
                .sql("""
                insert into consent (person, partner, items, valid_from, valid_until, given_at, given_business_at, given_by)
                select :person, :partner, array ['residence-permit'], '2017-01-01',
                    case when n < 99 then date '2017-12-31' else date '2017-04-05' end, now(), now(), 'applicant'
                from generate_series(1, 110) as n
                """)
                .param("person", person)
                .param("partner", PARTNER)
                .update();
        give(applicant, PARTNER).expect(201);

        Answer refused = give(applicant, PARTNER).expect(409);

        assertThat(refused.at("/type")).isEqualTo("/errors/consents-too-many");
        assertThat(refused.at("/most")).isEqualTo("100");
    }

    @Test
    void aPartnerThatIsNoneAnyMoreIsNotAnsweredUnderItsConsents() {
        String consent = window.consent(PARTNER);
        database.asOwner()
                .sql(
                        "insert into consent (id, person, partner, items, valid_from, valid_until, given_at, given_business_at, given_by)"
                                + " select cast(:other as uuid), person, 'former-partner', items, valid_from, valid_until, given_at,"
                                + " given_business_at, given_by from consent where id = cast(:consent as uuid)")
                .param("other", "019d0c5e-6f30-7c11-b1a4-0a7c54d2e9aa")
                .param("consent", consent)
                .update();

        ask("former-partner", "019d0c5e-6f30-7c11-b1a4-0a7c54d2e9aa", TestWindow.ID_NUMBER)
                .expect(403);
    }

    @Test
    void withoutAPassAClerkIsToldTheSameOfEveryConsent() {
        String consent = window.consent(PARTNER);

        for (String id : List.of(consent, UUID.randomUUID().toString())) {
            assertThat(window.call()
                            .token(window.clerkToken("clerk-1"))
                            .post(CONSENTS + "/" + id + "/withdrawal", Map.of())
                            .expect(401)
                            .at("/type"))
                    .isEqualTo("/errors/visit-pass-missing");
        }
    }

    @Test
    void aQuestionAboutSomebodyElseIsShownToThemWithoutTheConsentOfTheFirst() {
        String consent = window.consent(PARTNER);

        ask(PARTNER, consent, TestWindow.OTHER_ID_NUMBER).expect(403);

        Answer seen = window.applicant(TestWindow.OTHER_ID_NUMBER)
                .get(QUESTIONS + "?limit=1")
                .expect(200);
        assertThat(seen.at("/items/0/partner")).isEqualTo(PARTNER);
        assertThat(seen.text()).doesNotContain(consent);
    }

    @Test
    void aClerkRecordsWhatTheApplicantSignedDuringAVisit() {
        UUID visit = UUID.randomUUID();
        Map<String, Object> signed = consent(PARTNER, "2017-05-31");
        signed.put("idNumber", TestWindow.ID_NUMBER);

        Answer given = during(visit).post(CONSENTS, signed).expect(201);

        assertThat(given.at("/visit")).isEqualTo(visit.toString());
        assertThat(given.at("/window")).isEqualTo("00000000-0000-7000-8000-330104008008");
        assertThat(given.text()).doesNotContain(TestWindow.ID_NUMBER);
        ask(PARTNER, given.at("/id"), TestWindow.ID_NUMBER).expect(200);
        assertThat(mine().get(CONSENTS + "?limit=1").at("/items/0/id")).isEqualTo(given.at("/id"));

        signed.put("idNumber", TestWindow.OTHER_ID_NUMBER);
        assertThat(during(visit).post(CONSENTS, signed).expect(409).at("/type"))
                .isEqualTo("/errors/visit-serves-another");
        during(UUID.randomUUID())
                .post(CONSENTS + "/" + given.at("/id") + "/withdrawal", Map.of())
                .expect(200);
        ask(PARTNER, given.at("/id"), TestWindow.ID_NUMBER).expect(403);
    }

    @Test
    void aClerkNeedsThePassAndTheNumber() {
        Map<String, Object> signed = consent(PARTNER, "2017-05-31");
        assertThat(during(UUID.randomUUID()).post(CONSENTS, signed).expect(422).at("/errors/0/pointer"))
                .isEqualTo("#/idNumber");

        signed.put("idNumber", TestWindow.ID_NUMBER);
        assertThat(window.call()
                        .token(window.clerkToken("clerk-1"))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .post(CONSENTS, signed)
                        .expect(401)
                        .at("/type"))
                .isEqualTo("/errors/visit-pass-missing");
        signed.put("items", List.of("elder-card"));
        assertThat(during(UUID.randomUUID()).post(CONSENTS, signed).expect(403).at("/type"))
                .isEqualTo("/errors/visit-pass-for-another-item");
    }

    @Test
    void nobodyConsentsForAnotherNorSeesOrWithdrawsTheirs() {
        String consent = window.consent(PARTNER);
        Map<String, Object> foreign = consent(PARTNER, "2017-05-31");
        foreign.put("idNumber", TestWindow.OTHER_ID_NUMBER);
        assertThat(give(foreign).expect(403).at("/type")).isEqualTo("/errors/number-not-yours");

        Call other = window.applicant(TestWindow.OTHER_ID_NUMBER);
        assertThat(other.post(CONSENTS + "/" + consent + "/withdrawal", Map.of())
                        .expect(404)
                        .at("/type"))
                .isEqualTo("/errors/consent-unknown");
        assertThat(other.post(CONSENTS + "/" + UUID.randomUUID() + "/withdrawal", Map.of())
                        .expect(404)
                        .at("/type"))
                .isEqualTo("/errors/consent-unknown");
        assertThat(other.get(CONSENTS).text()).doesNotContain(consent);
        for (String role : List.of("reviewer", "api-consumer", "auditor")) {
            Call stranger = window.call().token(tokens.withRoles(role));
            assertThat(stranger.post(CONSENTS, foreign).status()).isEqualTo(403);
            assertThat(stranger.get(CONSENTS).status()).isEqualTo(403);
            assertThat(stranger.get(QUESTIONS).status()).isEqualTo(403);
            assertThat(stranger.post(CONSENTS + "/" + consent + "/withdrawal", Map.of())
                            .status())
                    .isEqualTo(403);
        }
        assertThat(window.call().get(CONSENTS).status()).isEqualTo(401);
    }

    @Test
    void aConsentNamesAPartnerItemsAndADayThatThereAre() {
        assertThat(give(consent("somebody", "2017-05-31")).expect(422).at("/type"))
                .isEqualTo("/errors/partner-unknown");
        Map<String, Object> item = consent(PARTNER, "2017-05-31");
        item.put("items", List.of("garden-gnome"));
        assertThat(give(item).expect(422).at("/type")).isEqualTo("/errors/item-unknown");
        for (String until : List.of("2017-04-05", "2018-04-08", "+999999999-12-31")) {
            Answer answer = give(consent(PARTNER, until)).expect(422);
            assertThat(answer.at("/type")).isEqualTo("/errors/invalid-request");
            assertThat(answer.at("/errors/0/pointer")).isEqualTo("#/until");
        }
        give(consent(PARTNER, "2017-04-06")).expect(201);
    }

    @Test
    void withdrawingAgainChangesNothing() {
        String withdrawal = CONSENTS + "/" + window.consent(PARTNER) + "/withdrawal";

        Answer first = mine().post(withdrawal, Map.of()).expect(200);
        clock.set(LocalDate.of(2017, 4, 20));

        assertThat(mine().post(withdrawal, Map.of()).expect(200).at("/withdrawnAt"))
                .isEqualTo(first.at("/withdrawnAt"));
    }

    @Test
    void theListsGoOnWhereTheyStopped() {
        String first = window.consent(PARTNER);
        String second = window.consent(OTHER_PARTNER);

        Answer page = mine().get(CONSENTS + "?limit=1").expect(200);
        assertThat(page.at("/items/0/id")).isEqualTo(second);
        assertThat(mine().get(CONSENTS + "?limit=1&after=" + page.at("/next")).at("/items/0/id"))
                .isEqualTo(first);
        mine().get(CONSENTS + "?after=x").expect(422);
        mine().get(QUESTIONS + "?after=x").expect(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update consent set valid_until = valid_until + 1",
                "delete from consent_withdrawal",
                "update consent_question set allowed = true",
                "delete from consent_question"
            })
    void theServiceCannotRewriteThem(String statement) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.asRuntime().sql(statement).update())
                .havingRootCause()
                .withMessageContaining("permission denied");
    }

    private String state(String consent) {
        return mine().get(CONSENTS)
                .json()
                .path("items")
                .valueStream()
                .filter(listed -> listed.path("id").asString().equals(consent))
                .map(listed -> listed.path("state").asString())
                .findFirst()
                .orElseThrow();
    }

    private Answer ask(String client, @Nullable String consent, String idNumber) {
        return partner(client).post(ASSESSMENTS, asked(consent, idNumber));
    }

    private static Map<String, Object> asked(@Nullable String consent, String idNumber) {
        Map<String, Object> facts = TestWindow.facts();
        facts.put("applicant", Map.of("name", TestWindow.NAME, "idNumber", idNumber));
        if (consent != null) {
            facts.put("consent", consent);
        }
        return facts;
    }

    private static Map<String, Object> consent(String partner, String until) {
        return new HashMap<>(Map.of("partner", partner, "items", List.of("residence-permit"), "until", until));
    }

    private Answer give(Map<String, Object> body) {
        return mine().header("Idempotency-Key", UUID.randomUUID().toString()).post(CONSENTS, body);
    }

    private Call mine() {
        return window.applicant(TestWindow.ID_NUMBER);
    }

    private Call partner(String client) {
        return window.call().token(window.partnerToken(client));
    }

    private Call during(UUID visit) {
        return window.call()
                .token(window.clerkToken("clerk-1"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header(
                        "Visit-Pass",
                        neighbours
                                .pass("clerk-1")
                                .claim("visit", visit.toString())
                                .sign());
    }

    private static Answer give(Call applicant, String partner) {
        return applicant
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post(
                        CONSENTS,
                        Map.of("partner", partner, "items", List.of("residence-permit"), "until", "2017-12-31"));
    }
}
