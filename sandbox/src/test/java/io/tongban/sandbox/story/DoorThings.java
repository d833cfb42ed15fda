package io.tongban.sandbox.story;

import io.tongban.sandbox.Cast;
import io.tongban.sandbox.story.DoorAccounts.Place;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The things behind the doors, made for this test alone.
 *
 * @param visit a clerk's open visit for the item of the case
 * @param visitForAnotherItem another clerk's, by {@link #CLERK_OF_ANOTHER_ITEM}
 * @param visitOfAnotherPerson one in which somebody else is served, by {@link #CLERK_OF_ANOTHER_PERSON}
 * @param endedVisit one of which permit-service was told that it has ended, by {@link #CLERK_OF_AN_ENDED_VISIT}
 * @param caseId a case that was accepted in a third visit, by {@link #RECEIVER}
 * @param caseVersion the version that it has
 * @param consent with which {@link #PARTNER} may ask about the applicant of the case
 * @param withdrawnConsent one that may be withdrawn any number of times
 * @param webhook of {@link #PARTNER}; removed as soon as the doors are tried
 * @param partnerAddress an address that wants to be told
 * @param ticket of the applicant of the case
 * @param appointment of the applicant of the case, at the window of the clerks
 * @param draftVersion the revision of the draft {@link #DRAFT}, which is tested
 */
record DoorThings(
        Counter.Visit visit,
        Counter.Visit visitForAnotherItem,
        Counter.Visit visitOfAnotherPerson,
        Counter.Visit endedVisit,
        String caseId,
        String caseVersion,
        String consent,
        String withdrawnConsent,
        String webhook,
        String partnerAddress,
        String ticket,
        String appointment,
        String draftVersion) {

    static final String CLERK = "clerk";
    static final String CLERK_OF_ANOTHER_ITEM = "clerk-of-another-item";
    static final String CLERK_OF_ANOTHER_PERSON = "clerk-of-another-person";
    static final String CLERK_OF_AN_ENDED_VISIT = "clerk-of-an-ended-visit";
    static final String RECEIVER = "receiver";
    static final String EDITOR = "editor";

    static final String DRAFT_ITEM = "library-card";
    static final String DRAFT = "D1";

    static final String PARTNER = "tongban-partner";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** @param draft an example of a draft */
    static DoorThings made(
            URI permitService, URI communityService, String partnerAddress, DoorAccounts accounts, JsonNode draft)
            throws IOException, InterruptedException {
        Place window = Place.OF_THE_WINDOW;
        Counter.Visit visit = open(communityService, accounts, CLERK, Jiang.ITEM);
        Counter.Visit ofAnotherItem = open(communityService, accounts, CLERK_OF_ANOTHER_ITEM, "residence-registration");
        Counter.Visit ofAnotherPerson = open(communityService, accounts, CLERK_OF_ANOTHER_PERSON, Jiang.ITEM);
        Map<String, Object> another = new LinkedHashMap<>(Jiang.facts());
        another.put(
                "applicant", Map.of("name", "李", "idNumber", Cast.applicants().getOrDefault("li", "")));
        done(
                DoorCall.post("/api/v1/assessments", ofAnotherPerson.header(), another),
                permitService,
                accounts.clerk(window, CLERK_OF_ANOTHER_PERSON).sign());
        Counter.Visit ended = open(communityService, accounts, CLERK_OF_AN_ENDED_VISIT, Jiang.ITEM);
        done(
                DoorCall.post("/api/v1/ended-visits", Map.of(), Map.of("visits", List.of(ended.id()))),
                permitService,
                accounts.account("community-service")
                        .claim("scope", "visits:end")
                        .sign());

        String receiver = accounts.clerk(window, RECEIVER).sign();
        Map<String, String> shown =
                open(communityService, accounts, RECEIVER, Jiang.ITEM).header();
        HttpResponse<String> opened =
                done(DoorCall.post("/api/v1/cases", shown, Jiang.facts()), permitService, receiver);
        String caseId = id(opened);
        Map<String, String> seen = new LinkedHashMap<>(shown);
        seen.put("If-Match", version(opened));
        HttpResponse<String> accepted = done(
                DoorCall.post("/api/v1/cases/" + caseId + "/acceptance", seen, Map.of("insists", true)),
                permitService,
                receiver);

        String applicant = accounts.applicantOfTheCase().sign();
        DoorCall consent = DoorCall.post("/api/v1/consents", Map.of(), consentTo(PARTNER));
        HttpResponse<String> webhook = done(
                DoorCall.post(
                        "/api/v1/webhooks", Map.of(), Map.of("url", partnerAddress, "types", List.of("ACCEPTED"))),
                permitService,
                accounts.account("partner", "api-consumer")
                        .claim("azp", PARTNER)
                        .sign());
        HttpResponse<String> ticket = done(
                DoorCall.post(
                        "/api/v1/tickets", Map.of(), Map.of("window", Counter.COMMUNITY_WINDOW, "item", Jiang.ITEM)),
                communityService,
                applicant);

        String editor = accounts.account(EDITOR, "standards-editor").sign();
        HttpResponse<String> written =
                done(DoorCall.post("/api/v1/standards", Map.of(), draft(draft, DRAFT)), permitService, editor);
        String address = "/api/v1/standards/" + DRAFT_ITEM + "/" + DRAFT;
        done(DoorCall.post(address + "/check", Map.of(), null), permitService, editor);
        done(DoorCall.post(address + "/test", Map.of(), null), permitService, editor);
        return new DoorThings(
                visit,
                ofAnotherItem,
                ofAnotherPerson,
                ended,
                caseId,
                version(accepted),
                id(done(consent, permitService, applicant)),
                id(done(consent, permitService, applicant)),
                id(webhook),
                partnerAddress,
                id(ticket),
                id(appointment(communityService, accounts)),
                version(written));
    }

    /** In the first half hour that the window has free places for, once it has any. */
    private static HttpResponse<String> appointment(URI communityService, DoorAccounts accounts)
            throws IOException, InterruptedException {
        String window = "/api/v1/windows/" + Counter.COMMUNITY_WINDOW;
        HttpResponse<String> read = done(new DoorCall("GET", window, Map.of(), null), communityService, "");
        done(
                new DoorCall("PUT", window + "/capacity", Map.of("If-Match", version(read)), Map.of("capacity", 1)),
                communityService,
                accounts.administrator("administrator", "330104000000").sign());
        JsonNode free =
                JSON.readTree(done(new DoorCall("GET", window + "/slots?limit=1", Map.of(), null), communityService, "")
                        .body());
        return done(
                DoorCall.post(
                        "/api/v1/appointments",
                        Map.of(),
                        Map.of(
                                "window",
                                Counter.COMMUNITY_WINDOW,
                                "item",
                                Jiang.ITEM,
                                "startsAt",
                                free.path("items").path(0).path("startsAt").asString())),
                communityService,
                accounts.applicantOfTheCase().sign());
    }

    /** The example of a draft with its suites, as that of another version. */
    static JsonNode draft(JsonNode example, String version) {
        return JSON.readTree(example.toString().replaceAll("\\\\nversion: [A-Z0-9]+", "\\\\nversion: " + version));
    }

    /** What the applicant of the case lets a client ask. */
    static Map<String, Object> consentTo(String partner) {
        return Map.of("partner", partner, "items", List.of(Jiang.ITEM), "until", "2017-05-31");
    }

    private static Counter.Visit open(URI communityService, DoorAccounts accounts, String clerk, String item)
            throws IOException, InterruptedException {
        JsonNode visit = JSON.readTree(done(
                        DoorCall.post(
                                "/api/v1/visits",
                                Map.of(),
                                Map.of("window", Counter.COMMUNITY_WINDOW, "item", item, "present", "APPLICANT")),
                        communityService,
                        accounts.clerk(Place.OF_THE_WINDOW, clerk).sign())
                .body());
        return new Counter.Visit(visit.path("id").asString(), visit.path("pass").asString());
    }

    private static HttpResponse<String> done(DoorCall call, URI service, String token)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = call.send(service, token, Map.of());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(call.path() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    private static String id(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).path("id").asString();
    }

    private static String version(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}
