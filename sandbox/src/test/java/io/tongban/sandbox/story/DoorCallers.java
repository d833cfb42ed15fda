package io.tongban.sandbox.story;

import io.tongban.platform.test.SigningKey;
import io.tongban.sandbox.story.DoorAccounts.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everybody who tries the doors; each differs from somebody who is let in by one thing. */
final class DoorCallers {

    private static final String AT_THE_WINDOW = "a clerk at the window";
    private static final String IN_A_VISIT = "a clerk in a visit";
    private static final String OF_THE_VISIT = "the clerk of the visit";
    private static final String OF_THE_DIVISION = "a ticket machine of the division";
    private static final String OF_THE_AUTHORITY = "a reviewer of the authority";
    private static final String OVER_THE_WINDOW = "a supervisor of the window";

    private final DoorAccounts accounts;
    private final DoorThings things;
    private final List<DoorCaller> all = new ArrayList<>();

    private DoorCallers(DoorAccounts accounts, DoorThings things) {
        this.accounts = accounts;
        this.things = things;
    }

    static List<DoorCaller> all(RunningNetwork network, DoorAccounts accounts, DoorThings things)
            throws IOException, InterruptedException {
        DoorCallers callers = new DoorCallers(accounts, things);
        callers.all.add(new DoorCaller("nobody", Set.of(), audience -> "", true, Map.of()));
        callers.applicants();
        callers.clerks();
        callers.ticketMachines();
        callers.reviewers();
        callers.supervisors();
        callers.administrators();
        callers.ofStandards();
        callers.others();
        callers.bearersOfBadTokens(network.nameOfTheKey());
        for (String client : clients()) {
            String token = network.tokenOfClient(client);
            callers.all.add(new DoorCaller(
                    "the account of the client " + client,
                    client.equals(DoorThings.PARTNER)
                            ? Set.of("a partner with a consent", "the partner of the webhook")
                            : Set.of(),
                    audience -> token,
                    true,
                    Map.of()));
        }
        return List.copyOf(callers.all);
    }

    private void applicants() {
        add(
                "the applicant of the case",
                Set.of(
                        "the applicant of the case",
                        "an applicant",
                        "the applicant of the ticket",
                        "the applicant of the appointment"),
                accounts.applicantOfTheCase());
        add(
                "another account of the same person",
                Set.of("the applicant of the case", "an applicant"),
                accounts.boundToThePerson("applicant-again").roles("applicant"));
        add("an account of the same person without the role", accounts.boundToThePerson("applicant-without-role"));
        add(
                "the applicant of another case",
                Set.of("an applicant"),
                accounts.account("other-applicant", "applicant").claim("person", "somebody-else"));
        add("an applicant whose account is bound to nobody", accounts.account("unbound-applicant", "applicant"));
    }

    private void clerks() {
        Place window = Place.OF_THE_WINDOW;
        Map<String, String> pass = things.visit().header();
        add(
                "a clerk in a visit",
                Set.of(AT_THE_WINDOW, IN_A_VISIT, OF_THE_VISIT, OF_THE_VISIT + " at its window"),
                accounts.clerk(window, DoorThings.CLERK),
                pass);
        add(
                "the same clerk, who works elsewhere by now",
                Set.of(IN_A_VISIT, OF_THE_VISIT),
                accounts.clerk(new Place("district", "330102000000", "police-330102"), DoorThings.CLERK),
                pass);
        add("a clerk without a visit", Set.of(AT_THE_WINDOW), accounts.clerk(window, "clerk-without-visit"));
        add(
                "a clerk with the pass of another",
                Set.of(AT_THE_WINDOW),
                accounts.clerk(window, "clerk-of-another-pass"),
                pass);
        add(
                "a clerk in a visit for another item",
                Set.of(AT_THE_WINDOW),
                accounts.clerk(window, DoorThings.CLERK_OF_ANOTHER_ITEM),
                things.visitForAnotherItem().header());
        add(
                "a clerk in a visit of somebody else",
                Set.of(AT_THE_WINDOW),
                accounts.clerk(window, DoorThings.CLERK_OF_ANOTHER_PERSON),
                things.visitOfAnotherPerson().header());
        add(
                "a clerk with the pass of a visit that has ended",
                Set.of(AT_THE_WINDOW),
                accounts.clerk(window, DoorThings.CLERK_OF_AN_ENDED_VISIT),
                things.endedVisit().header());
        add(
                "a clerk with a forged pass",
                Set.of(AT_THE_WINDOW),
                accounts.clerk(window, "clerk-of-forged-pass"),
                Map.of("Visit-Pass", accounts.forgedPass("clerk-of-forged-pass")));
        add(
                "a clerk of another authority",
                accounts.clerk(
                        new Place(window.tier(), window.division(), "police-330102"), "clerk-of-another-authority"));
        add(
                "a clerk of another subtree",
                accounts.clerk(
                        new Place(window.tier(), "330102008001", window.authority()), "clerk-of-another-subtree"));
        add(
                "a clerk of another tier",
                accounts.clerk(new Place("street", window.division(), window.authority()), "clerk-of-another-tier"));
        add("a clerk without a place", accounts.account("clerk-without-place", "clerk"));
    }

    /** The account of the ticket is an applicant's; with another role it is still the account that took it. */
    private void ticketMachines() {
        String division = Place.OF_THE_WINDOW.division();
        add(
                "the account of the ticket as a clerk",
                Set.of(AT_THE_WINDOW, "the clerk of the ticket"),
                accounts.clerk(Place.OF_THE_WINDOW, DoorAccounts.APPLICANT));
        add(
                "the account of the ticket as a ticket machine",
                Set.of(OF_THE_DIVISION, "the ticket machine of the ticket"),
                accounts.ticketMachine(DoorAccounts.APPLICANT, division));
        add("a ticket machine of the division", Set.of(OF_THE_DIVISION), accounts.ticketMachine("device", division));
        add(
                "a ticket machine of another division",
                accounts.ticketMachine("device-of-another-division", "330102008001"));
        add("a ticket machine without a place", accounts.account("device-without-place", "device"));
    }

    private void reviewers() {
        add(
                "a reviewer of the authority",
                Set.of(OF_THE_AUTHORITY, OF_THE_AUTHORITY + " who did not accept"),
                accounts.reviewer("reviewer", "police-330104"));
        add(
                "the reviewer who accepted the case",
                Set.of(OF_THE_AUTHORITY),
                accounts.reviewer(DoorThings.RECEIVER, "police-330104"));
        add("a reviewer of another authority", accounts.reviewer("reviewer-of-another-authority", "police-330102"));
        add("a reviewer without an authority", accounts.account("reviewer-without-authority", "reviewer"));
    }

    private void supervisors() {
        add(
                "a supervisor of the authority",
                Set.of(OVER_THE_WINDOW),
                accounts.account("supervisor-of-the-authority", "supervisor")
                        .claim("authority", Place.OF_THE_WINDOW.authority()));
        add(
                "a supervisor of the district",
                Set.of(OVER_THE_WINDOW),
                accounts.account("supervisor-of-the-district", "supervisor").claim("division", "330104000000"));
        add(
                "a supervisor of another authority",
                accounts.account("supervisor-of-another-authority", "supervisor")
                        .claim("authority", "police-330102"));
        add(
                "a supervisor of another district",
                accounts.account("supervisor-of-another-district", "supervisor").claim("division", "330102000000"));
        add("a supervisor without a place", accounts.account("supervisor", "supervisor"));
    }

    private void administrators() {
        add(
                "an administrator of the district",
                Set.of("an administrator of the division"),
                accounts.administrator("administrator", "330104000000"));
        add(
                "an administrator of another district",
                accounts.administrator("administrator-of-another-district", "330102000000"));
        add(
                "an administrator of another community",
                accounts.administrator("administrator-of-another-community", "330104008001"));
        add("an administrator without a division", accounts.account("administrator-without-division", "tier-admin"));
    }

    private void ofStandards() {
        add("the editor who drafted", accounts.account(DoorThings.EDITOR, "standards-editor"));
        add("another editor", accounts.account("other-editor", "standards-editor"));
        add("an approver", Set.of("an approver who did not draft"), accounts.account("approver", "standards-approver"));
        add("an approver who drafted", accounts.account(DoorThings.EDITOR, "standards-approver"));
    }

    private void others() {
        add("an auditor", accounts.account("auditor", "auditor"));
        add(
                "a partner with a consent",
                Set.of("a partner with a consent", "the partner of the webhook"),
                accounts.account("partner", "api-consumer").claim("azp", DoorThings.PARTNER));
        add("a partner without a consent", accounts.account("other-partner", "api-consumer"));
        add("somebody who is staff and nothing else", accounts.account("staff", "staff"));
        add("a service that reads contributions", accounts.account("service").claim("scope", "contributions:read"));
        add("a service that follows events", accounts.account("follower").claim("scope", "events:read"));
        add(
                "a service that tells of ended visits",
                accounts.account("community-service").claim("scope", "visits:end"));
        add("somebody without a role", accounts.account("stranger"));
    }

    /** Each would be the clerk of the visit and have every other role besides, if only the token were good. */
    private void bearersOfBadTokens(String nameOfTheKey) {
        Map<String, UnaryOperator<SigningKey.Token>> spoiled = Map.of(
                "an expired token",
                token -> token.claim("iat", Date.from(Instant.now().minus(Duration.ofMinutes(10))))
                        .expiresIn(Duration.ofMinutes(-2)),
                "a token that never expires",
                token -> token.claim("exp", null),
                "a token that is not good yet",
                token -> token.claim("nbf", Date.from(Instant.now().plus(Duration.ofMinutes(10)))),
                "a token of another issuer",
                token -> token.issuer("https://elsewhere.example/realms/tongban"),
                "a token for another audience",
                token -> token.audience("account"),
                "a token for no audience",
                token -> token.audience(null),
                "a token of nobody",
                token -> token.subject(null));
        spoiled.forEach((name, spoil) -> bad(
                name,
                audience ->
                        spoil.apply(accounts.everything().audience(audience)).sign()));
        bad(
                "a token without a signature",
                audience -> accounts.everything().audience(audience).unsigned());
        bad(
                "a token of an unknown key",
                audience -> accounts.everything(SigningKey.made())
                        .audience(audience)
                        .sign());
        bad(
                "a token of another key than it names",
                audience -> accounts.everything(SigningKey.named(nameOfTheKey))
                        .audience(audience)
                        .sign());
        bad("a visit pass instead of a token", audience -> things.visit().pass());
    }

    private void bad(String name, UnaryOperator<String> token) {
        all.add(new DoorCaller(
                name, Set.of(), madeOnce(token), false, things.visit().header()));
    }

    private void add(String name, SigningKey.Token token) {
        add(name, Set.of(), token);
    }

    private void add(String name, Set<String> words, SigningKey.Token token) {
        add(name, words, token, Map.of());
    }

    private void add(String name, Set<String> words, SigningKey.Token token, Map<String, String> headers) {
        all.add(new DoorCaller(
                name, words, madeOnce(audience -> token.audience(audience).sign()), true, headers));
    }

    /** One token for each audience, so that it is the role that a service looks at and not the audience. */
    private static Function<String, String> madeOnce(UnaryOperator<String> token) {
        Map<String, String> made = Map.of(
                DoorAccounts.API,
                token.apply(DoorAccounts.API),
                DoorAccounts.INSURANCE,
                token.apply(DoorAccounts.INSURANCE));
        return audience -> made.getOrDefault(audience, "");
    }

    /** The roles that the realm gives. */
    static List<String> roles() throws IOException {
        return realm().at("/roles/realm")
                .valueStream()
                .map(role -> role.path("name").asString())
                .filter(role -> !role.startsWith("default-roles-"))
                .toList();
    }

    /** The clients of the realm that have an account of their own. */
    private static List<String> clients() throws IOException {
        return realm().path("clients")
                .valueStream()
                .filter(client -> client.path("serviceAccountsEnabled").asBoolean())
                .map(client -> client.path("clientId").asString())
                .toList();
    }

    private static JsonNode realm() throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(RunningNetwork.ROOT.resolve("deploy/keycloak/tongban-realm.json")));
    }
}
