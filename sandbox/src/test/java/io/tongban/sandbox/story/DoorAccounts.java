package io.tongban.sandbox.story;

import com.nimbusds.jose.JOSEObjectType;
import io.tongban.platform.test.SigningKey;
import java.io.IOException;
import java.util.UUID;

/** Accounts that are made of claims, for the doors alone: no other test has them, so no limit of theirs is used up before. */
final class DoorAccounts {

    static final String API = "tongban-api";
    static final String INSURANCE = "insurance-adapter";

    /** Whose case and whose ticket it is. */
    static final String APPLICANT = "applicant";

    private final RunningNetwork network;
    private final String person;

    DoorAccounts(RunningNetwork network) throws IOException, InterruptedException {
        this.network = network;
        this.person = DoorCaller.claims(network.token("jiang")).path("person").asString();
    }

    /** An account without roles. */
    SigningKey.Token account(String subject) {
        return network.invented(named(subject)).audience(API);
    }

    SigningKey.Token account(String subject, String role) {
        return account(subject).roles(role);
    }

    /** An account that is bound to the person whose case it is, and has no role. */
    SigningKey.Token boundToThePerson(String subject) {
        return account(subject).claim("person", person);
    }

    SigningKey.Token applicantOfTheCase() {
        return boundToThePerson(APPLICANT).roles("applicant");
    }

    SigningKey.Token clerk(Place place, String subject) {
        return account(subject, "clerk")
                .claim("tier", place.tier())
                .claim("division", place.division())
                .claim("authority", place.authority());
    }

    SigningKey.Token ticketMachine(String subject, String division) {
        return account(subject, "device")
                .claim("tier", Place.OF_THE_WINDOW.tier())
                .claim("division", division);
    }

    SigningKey.Token reviewer(String subject, String authority) {
        return account(subject, "reviewer").claim("authority", authority);
    }

    SigningKey.Token administrator(String subject, String division) {
        return account(subject, "tier-admin").claim("tier", "district").claim("division", division);
    }

    /** The clerk of the visit, with every other role besides, as another key would have it. */
    SigningKey.Token everything(SigningKey key) {
        return everything(key.token().issuer(network.issuer().toString()).subject(named("clerk")));
    }

    /** The clerk of the visit, with every other role besides. */
    SigningKey.Token everything() {
        return everything(account("clerk"));
    }

    private SigningKey.Token everything(SigningKey.Token token) {
        return token.roles(
                        "applicant",
                        "clerk",
                        "reviewer",
                        "supervisor",
                        "tier-admin",
                        "standards-editor",
                        "standards-approver",
                        "auditor",
                        "api-consumer",
                        "device")
                .claim("scope", "contributions:read events:read visits:end")
                .claim("person", person)
                .claim("tier", Place.OF_THE_WINDOW.tier())
                .claim("division", Place.OF_THE_WINDOW.division())
                .claim("authority", Place.OF_THE_WINDOW.authority());
    }

    /** A pass as community-service makes it, of a key that is not its own. */
    String forgedPass(String clerk) {
        return SigningKey.made()
                .token()
                .issuer("community-service")
                .audience("permit-service")
                .subject(named(clerk))
                .claim("visit", UUID.randomUUID().toString())
                .claim("window", Counter.COMMUNITY_WINDOW)
                .claim("item", Jiang.ITEM)
                .claim("authority", Place.OF_THE_WINDOW.authority())
                .sign(new JOSEObjectType("visit-pass+jwt"));
    }

    private static String named(String subject) {
        return "doors-" + subject;
    }

    /** A place where a clerk works. */
    record Place(String tier, String division, String authority) {

        static final Place OF_THE_WINDOW = new Place("community", "330104008008", "police-330104");
    }
}
