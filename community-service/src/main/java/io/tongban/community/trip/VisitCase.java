package io.tongban.community.trip;

import io.tongban.community.trip.ChainEvent.Collected;
import io.tongban.community.trip.ChainEvent.DemandRefused;
import io.tongban.community.trip.ChainEvent.FoundOutsideStandard;
import io.tongban.community.trip.ChainEvent.Judged;
import io.tongban.community.trip.ChainEvent.Looked;
import io.tongban.platform.suite.SuiteMembers;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A chain as a case of a suite tells it.
 *
 * <p>The suite knows days, the rules know times: visits are one after the other as they are written, looks of the service stand at
 * the end of their day, and the result after both.
 */
final class VisitCase {

    private static final String ITEM = "item";
    private static final String APPLICANT = "applicant";
    private static final LocalTime FIRST_VISIT = LocalTime.of(8, 0);
    private static final LocalTime LOOKS_OF_SERVICE = LocalTime.of(21, 0);
    private static final LocalTime RESULT = LocalTime.of(22, 0);
    private static final LocalTime COLLECTION = LocalTime.of(23, 0);

    private final List<Occasion> occasions = new ArrayList<>();
    private final List<ChainEvent> events = new ArrayList<>();
    private @Nullable LocalDate firstVisitOn;

    /** Reads the case and counts its trips. */
    Trips trips(SuiteMembers given) {
        given.maps("visits").forEach(this::occasion);
        given.maps("between").forEach(look -> {
            LocalDateTime at = on(look).atTime(LOOKS_OF_SERVICE);
            look(look, at, null);
            look.refuseOthers();
        });
        LocalDate firstEventOn = given.date("firstEventOn").orElseGet(() -> {
            if (firstVisitOn == null) {
                throw given.missing("firstEventOn");
            }
            return firstVisitOn;
        });
        Chain chain = new Chain(
                ITEM,
                Set.of(APPLICANT),
                firstEventOn,
                given.date("ended").map(day -> day.atTime(RESULT)).orElse(null));
        return Trips.of(chain, occasions, events, LocalDate.MAX);
    }

    private void occasion(SuiteMembers member) {
        LocalDate day = on(member);
        Arrival arrival = new Arrival(day.atTime(FIRST_VISIT).plusMinutes(occasions.size()), ITEM, APPLICANT);
        String what = member.text("what").orElse("visit");
        occasions.add(
                switch (what) {
                    case "visit" -> visit(member, arrival);
                    case "ticket-without-end" -> new TakenTicket(arrival, null);
                    case "no-show" -> new TakenTicket(arrival, TicketEnd.NO_SHOW);
                    case "collection" -> collection(member, new Arrival(day.atTime(COLLECTION), ITEM, APPLICANT));
                    default ->
                        throw member.wrong(
                                "what", "'" + what + "' is none of [visit, ticket-without-end, no-show, collection]");
                });
        member.refuseOthers();
    }

    private WindowVisit visit(SuiteMembers member, Arrival arrival) {
        UUID id = new UUID(0, occasions.size());
        if (firstVisitOn == null) {
            firstVisitOn = arrival.at().toLocalDate();
        }
        look(member, arrival.at(), id);
        if (member.flag("refusedDemand")) {
            events.add(new DemandRefused(id));
        }
        member.word("breach", Breach.class).ifPresent(breach -> events.add(new FoundOutsideStandard(arrival.at())));
        return new WindowVisit(id, arrival, present(member), true, end(member));
    }

    private WindowVisit collection(SuiteMembers member, Arrival arrival) {
        UUID id = new UUID(0, occasions.size());
        events.add(new Collected(id));
        return new WindowVisit(id, arrival, present(member), true, new WindowVisit.Complete());
    }

    private void look(SuiteMembers member, LocalDateTime at, @Nullable UUID visit) {
        if (member.find("left").isPresent()) {
            events.add(new Looked(
                    at,
                    visit,
                    new HashSet<>(member.words("left", PointState.class).values())));
        }
        String notice = "N" + events.size();
        member.words("judged", Verdict.class).values().forEach(verdict -> events.add(new Judged(at, verdict, notice)));
    }

    private static Present present(SuiteMembers member) {
        return member.word("present", Present.class).orElse(Present.APPLICANT);
    }

    /** A visit that ended by its closing had begun before it, and a handover was confirmed by the applicant. */
    private static WindowVisit.@Nullable End end(SuiteMembers member) {
        PartialCode code = member.word("code", PartialCode.class).orElse(null);
        Completeness end = member.word("end", Completeness.class).orElse(null);
        if (end == Completeness.PARTIAL) {
            return new WindowVisit.Partial(code, true, code == PartialCode.HANDOVER);
        }
        if (code != null) {
            throw member.wrong("code", "only a visit that ended PARTIAL has one");
        }
        return end == null ? null : new WindowVisit.Complete();
    }

    private static LocalDate on(SuiteMembers member) {
        return member.date("on").orElseThrow(() -> member.missing("on"));
    }

    private enum Completeness {
        COMPLETE,
        PARTIAL
    }

    private enum Breach {
        OUTSIDE_STANDARD
    }
}
