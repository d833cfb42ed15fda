package io.tongban.permit.casefile.consent;

import io.tongban.form.IdentityNumber;
import io.tongban.permit.casefile.CaseProblem;
import io.tongban.permit.casefile.PinnedStandards;
import io.tongban.permit.casefile.consent.Consent.Purpose;
import io.tongban.permit.casefile.ledger.Actor;
import io.tongban.permit.casefile.visitpass.PresentedPass;
import io.tongban.permit.casefile.visitpass.VisitPass;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.crypto.BlindIndex;
import io.tongban.platform.problem.InvalidRequest;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.security.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Consents as applicants give and withdraw them, and as they decide on the questions of partners. */
@Service
public class Consents {

    /** How far ahead the last day of a consent may be. */
    private static final Period LONGEST = Period.ofYears(1);

    /** How many consents of one person may stand at the same time. */
    private static final int MOST = 100;

    private final ConsentRecords records;
    private final PinnedStandards standards;
    private final BlindIndex blindIndex;
    private final ConsentProperties properties;
    private final BusinessClock clock;

    Consents(
            ConsentRecords records,
            PinnedStandards standards,
            BlindIndex blindIndex,
            ConsentProperties properties,
            BusinessClock clock) {
        this.records = records;
        this.standards = standards;
        this.blindIndex = blindIndex;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Puts a partner's question on record and lets it pass or refuses it.
     *
     * @param consent what the partner named; null if nothing
     * @param person blind index of the number that is asked about
     * @throws Problem {@link ConsentProblem#CONSENT_MISSING}, the same whatever is missing
     */
    public void requireFor(@Nullable UUID consent, Caller partner, String person, String item) {
        Optional<Consent> named = Optional.ofNullable(consent)
                .flatMap(records::find)
                .filter(found -> found.person().equals(person)); // of somebody else's nothing is said, not even here
        String client = clientOf(partner);
        boolean allowed =
                named.filter(found -> found.allows(client, item, clock.today())).isPresent()
                        && properties.partners().contains(client);
        records.ask(named.map(Consent::id).orElse(null), person, client, item, allowed);
        if (!allowed) {
            throw Problem.of(ConsentProblem.CONSENT_MISSING);
        }
    }

    /** Which partners applicants let be told of these cases today; the consent that was given first comes first. */
    public List<FollowedCase> followed(Collection<UUID> cases) {
        return records.followed(cases);
    }

    /** Whether the operator lists any client at all. */
    public boolean listsAny() {
        return !properties.partners().isEmpty();
    }

    /** Whether the operator lists the client; replicas may differ in it for a while. */
    public boolean lists(String partner) {
        return properties.partners().contains(partner);
    }

    /** The client by which a partner is known. */
    public static String clientOf(Caller partner) {
        return Objects.requireNonNullElse(partner.clientId(), partner.subject());
    }

    /** When the partner asked the nth latest of its questions, refused ones included; empty if it asked fewer since then. */
    public Optional<Instant> nthLatestQuestion(Caller partner, Instant since, int n) {
        return records.nthLatestQuestion(clientOf(partner), since, n);
    }

    /**
     * Records a consent of the applicant, or of the person at the window.
     *
     * @param idNumber null: the applicant's own, as the account is bound to it
     */
    Consent give(Terms terms, @Nullable String idNumber, Caller caller, PresentedPass presented) {
        Giver giver = giver(terms, idNumber, caller, presented);
        terms.items().forEach(standards::requireItem);
        if (!properties.partners().contains(terms.partner())) {
            throw Problem.of(ConsentProblem.PARTNER_UNKNOWN).with("partners", properties.partners());
        }
        LocalDate latest = clock.today().plus(LONGEST);
        if (terms.until().isBefore(clock.today()) || terms.until().isAfter(latest)) {
            throw InvalidRequest.at(
                    "#/until",
                    "day-out-of-range",
                    LocalDate.class,
                    Map.of("earliest", clock.today().toString(), "latest", latest.toString()));
        }
        if (records.active(giver.person(), MOST) >= MOST) {
            throw Problem.of(ConsentProblem.CONSENTS_TOO_MANY).with("most", MOST);
        }
        UUID id = records.give(giver.person(), terms, giver.actor());
        return records.find(id).orElseThrow();
    }

    /** A consent that was withdrawn before stays as it was. */
    Consent withdraw(UUID id, Caller caller, PresentedPass presented) {
        Optional<Consent> found = records.find(id);
        if (found.isEmpty() && caller.hasRole("clerk")) {
            presented.require(caller); // a clerk without a pass is told the same of every id
        }
        Consent consent = found.filter(
                        known -> caller.hasRole("clerk") || known.person().equals(caller.person()))
                .orElseThrow(() -> Problem.of(ConsentProblem.CONSENT_UNKNOWN).with("consent", id));
        records.withdraw(id, withdrawer(consent, caller, presented));
        return records.find(id).orElseThrow();
    }

    List<Consent> of(Caller applicant, @Nullable UUID cursor, int most) {
        return records.before(cursor, own(applicant), most);
    }

    List<ConsentQuestion> questionsAbout(Caller applicant, @Nullable UUID cursor, int most) {
        return records.questionsBefore(cursor, own(applicant), most);
    }

    private Giver giver(Terms terms, @Nullable String idNumber, Caller caller, PresentedPass presented) {
        String named = idNumber == null
                ? null
                : blindIndex.of("person", IdentityNumber.of(idNumber).canonical());
        if (caller.hasRole("applicant") && (named == null || named.equals(caller.person()))) {
            return new Giver(own(caller), Actor.withoutWindow(caller.subject()));
        }
        if (!caller.hasRole("clerk")) {
            throw Problem.of(CaseProblem.NUMBER_NOT_YOURS);
        }
        if (named == null) {
            throw InvalidRequest.at("#/idNumber", "required", String.class, Map.of());
        }
        return new Giver(named, atWindow(presented.verify(caller, terms.items(), named)));
    }

    private Actor withdrawer(Consent consent, Caller caller, PresentedPass presented) {
        if (caller.hasRole("applicant") && consent.person().equals(caller.person())) {
            return Actor.withoutWindow(caller.subject());
        }
        return atWindow(presented.verify(caller, consent.items(), consent.person()));
    }

    private static Actor atWindow(VisitPass pass) {
        return new Actor(pass.clerk(), pass.window(), pass.visit());
    }

    private static String own(Caller applicant) {
        String person = applicant.person();
        if (person == null) {
            throw Problem.of(CaseProblem.NUMBER_NOT_YOURS);
        }
        return person;
    }

    /** What is consented to. */
    record Terms(String partner, Set<Purpose> purposes, List<String> items, LocalDate until) {

        Terms {
            purposes = Set.copyOf(purposes);
            items = items.stream().distinct().toList();
        }
    }

    /** Whose consent it is, and through whom it came. */
    private record Giver(String person, Actor actor) {}
}
