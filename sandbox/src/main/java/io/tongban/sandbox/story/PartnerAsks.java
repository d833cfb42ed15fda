package io.tongban.sandbox.story;

import io.tongban.sandbox.picture.Picture;
import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A partner asks about Mr Jiang: refused, then within the consent, then refused again; the applicant sees all three questions. */
final class PartnerAsks {

    /** The partner's client at the identity provider. */
    static final String CLIENT = "tongban-partner";

    private static final String ASSESSMENTS = "/api/v1/assessments";
    private static final String CONSENTS = "/api/v1/consents";

    private final Person partner;
    private final Expectations expectations;
    private final Picture picture;
    private final PrintStream out;

    PartnerAsks(Person partner, Expectations expectations, Picture picture, PrintStream out) {
        this.partner = partner;
        this.expectations = expectations;
        this.picture = picture;
        this.out = out;
    }

    /** @param today by the business clock */
    void play(Person applicant, LocalDate today) throws IOException, InterruptedException {
        print(picture.title("?", "Thu 2017-06-01  a partner asks about Mr Jiang; it is for Mr Jiang to allow it"));
        Answer before = partner.post(ASSESSMENTS, Jiang.facts(), Map.of());
        expectations.expect("a partner without a consent", 403, before.status());

        String consent = expectations
                .require(
                        201,
                        applicant.create(
                                CONSENTS,
                                Map.of(
                                        "partner",
                                        CLIENT,
                                        "items",
                                        List.of(Jiang.ITEM),
                                        "until",
                                        today.plusDays(29).toString()),
                                Map.of()))
                .body()
                .path("id")
                .asString();
        JsonNode answered = expectations
                .require(200, partner.post(ASSESSMENTS, under(consent), Map.of()))
                .body()
                .path("routes")
                .path(0);
        expectations.expect(
                "a partner within the consent",
                "ELIGIBLE",
                answered.path("outcome").asString());

        expectations.require(200, applicant.post(CONSENTS + "/" + consent + "/withdrawal", Map.of(), Map.of()));
        Answer after = partner.post(ASSESSMENTS, under(consent), Map.of());
        expectations.expect("a partner after the consent was withdrawn", 403, after.status());

        JsonNode questions = expectations
                .require(200, applicant.get(CONSENTS + "/questions?limit=3"))
                .body()
                .path("items");
        List<Boolean> allowed = questions
                .valueStream()
                .map(question -> question.path("allowed").asBoolean())
                .toList();
        expectations.expect("the applicant sees every question", List.of(false, true, false), allowed);
        print(picture.labelled(
                "partner",
                "without a consent: refused (%d)".formatted(before.status()),
                "within the consent: %s"
                        .formatted(picture.good(answered.path("outcome").asString())),
                "after it was withdrawn: refused (%d)".formatted(after.status())));
        print(picture.labelled("Mr Jiang", "sees the %d questions, refused ones too".formatted(allowed.size())));
    }

    private static Map<String, Object> under(String consent) {
        Map<String, Object> facts = new LinkedHashMap<>(Jiang.facts());
        facts.put("consent", consent);
        return facts;
    }

    private void print(List<String> lines) {
        lines.forEach(out::println);
        out.flush();
    }
}
