package io.tongban.community.visit;

import io.tongban.community.division.DivisionId;
import io.tongban.community.division.Tier;
import io.tongban.community.ticket.TicketId;
import io.tongban.community.ticket.TicketProblem;
import io.tongban.community.trip.PartialCode;
import io.tongban.community.trip.Present;
import io.tongban.community.visit.points.CheckedPoints;
import io.tongban.community.visit.points.CriterionState;
import io.tongban.community.window.WindowId;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.problem.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All visits; what is written of them is never changed. */
@Repository
class Visits {

    private final JdbcClient jdbc;
    private final VisitReasons reasons;

    Visits(JdbcClient jdbc, VisitReasons reasons) {
        this.jdbc = jdbc;
        this.reasons = reasons;
    }

    Optional<Visit> find(VisitId id) {
        CheckedPoints points = points(id);
        return jdbc.sql("""
                        select visit.window_id, visit.tier, visit.division_id, entry.code as division, visit.centre_id,
                               visit.authority_id, visit.item, visit.clerk, visit.ticket_id, visit.present,
                               visit.started_at, visit.started_business_at, visit.within_hours, visit_end.ended_at,
                               visit_end.ended_business_at, visit_end.points_compared, visit_end.code, visit_end.reason,
                               visit_end.sealed_reason, visit_end.case_id, visit_end.notice,
                               handover.id as handover_id, handover.number as handover_number,
                               handover.window_id as handover_window
                        from visit
                            join division_entry as entry on entry.division_id = visit.division_id
                                and visit.business_day between entry.valid_from
                                    and coalesce(entry.valid_until, 'infinity')
                            left join visit_end on visit_end.visit_id = visit.id
                            left join ticket as handover on handover.id = visit_end.handover_ticket_id
                        where visit.id = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> visit(id, row, points))
                .optional();
    }

    /**
     * Opens a visit.
     *
     * @throws Problem {@link TicketProblem#TICKET_ALREADY_CALLED} if another visit has the ticket,
     *     {@link VisitProblem#VISIT_STILL_OPEN} if the clerk has not ended an earlier one
     */
    VisitId open(
            Visit.Place place,
            String item,
            String clerk,
            @Nullable TicketId ticket,
            Present present,
            ZonedDateTime startedAt,
            Instant recordedAt,
            boolean withinHours) {
        VisitId id = new VisitId(jdbc.sql("""
                        insert into visit
                            (window_id, tier, division_id, centre_id, authority_id, item, clerk, ticket_id, present,
                             business_day, started_at, started_business_at, within_hours)
                        values (:window, :tier, :division, :centre, :authority, :item, :clerk, :ticket, :present,
                                :day, :recordedAt, :startedAt, :withinHours)
                        on conflict (ticket_id) do nothing
                        returning id
                        """)
                .param("window", place.window().value())
                .param("tier", place.tier().name())
                .param("division", place.division().value())
                .param("centre", place.centre())
                .param("authority", place.authority())
                .param("item", item)
                .param("clerk", clerk)
                .param("ticket", ticket == null ? null : ticket.value())
                .param("present", present.name())
                .param("day", startedAt.toLocalDate())
                .param("recordedAt", OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC))
                .param("startedAt", startedAt.toOffsetDateTime())
                .param("withinHours", withinHours)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> Problem.of(TicketProblem.TICKET_ALREADY_CALLED)
                        .with("ticket", Objects.requireNonNull(ticket).value())));
        int opened = jdbc.sql("""
                        insert into open_visit (visit_id, clerk, business_day) values (:visit, :clerk, :day)
                        on conflict (clerk) do nothing
                        """)
                .param("visit", id.value())
                .param("clerk", clerk)
                .param("day", startedAt.toLocalDate())
                .update();
        if (opened == 0) {
            throw Problem.of(VisitProblem.VISIT_STILL_OPEN).with("visit", openVisitOf(clerk));
        }
        return id;
    }

    /**
     * Ends a visit.
     *
     * @param by the account of whoever ends it
     * @throws Problem {@link VisitProblem#VISIT_ALREADY_ENDED} if it was ended before
     */
    void end(VisitId id, VisitEnd end, String by) {
        int open = jdbc.sql("delete from open_visit where visit_id = :id")
                .param("id", id.value())
                .update();
        if (open == 0) {
            throw Problem.of(VisitProblem.VISIT_ALREADY_ENDED).with("visit", id.value());
        }
        VisitEnd.Outcome outcome = end.outcome();
        PartialCode code = outcome.code();
        VisitEnd.Handed handover = end.handover();
        addPoints(id, outcome.points());
        jdbc.sql("""
                        insert into visit_end
                            (visit_id, ended_at, ended_business_at, ended_by, completeness, points_compared, code,
                             sealed_reason, case_id, notice, handover_ticket_id)
                        values (:id, :recordedAt, :endedAt, :by, :completeness, :compared, :code, :reason, :caseId, :notice,
                                :handover)
                        """)
                .param("id", id.value())
                .param("recordedAt", OffsetDateTime.ofInstant(end.recordedAt(), ZoneOffset.UTC))
                .param("endedAt", end.endedAt().toOffsetDateTime())
                .param("by", by)
                .param("completeness", outcome.completeness().name())
                .param("compared", outcome.compared())
                .param("code", code == null ? null : code.name())
                .param("reason", reasons.seal(id, outcome.reason()))
                .param("caseId", outcome.caseId())
                .param("notice", outcome.notice())
                .param("handover", handover == null ? null : handover.ticket().value())
                .update();
    }

    /** Some, 50 at most, whose day ended before they did, and of which that was not found yet; another replica gets others. */
    List<VisitId> leftOpenBefore(LocalDate today) {
        return jdbc.sql("""
                        update open_visit
                        set found = true
                        where visit_id in (
                            select visit_id
                            from open_visit
                            where business_day < :today and not found
                            order by business_day
                            limit 50
                            for update skip locked)
                        returning visit_id
                        """)
                .param("today", today)
                .query((row, number) -> new VisitId(row.getObject("visit_id", UUID.class)))
                .list();
    }

    /** The points of the visit are to be compared with the item's standards as soon as those can be read. */
    void compareLater(VisitId id) {
        jdbc.sql("insert into uncompared_visit (visit_id) values (:id)")
                .param("id", id.value())
                .update();
    }

    /** Some visits whose points are still to be compared, in the order of their ids, from the one after {@code after} on. */
    List<VisitId> uncompared(@Nullable VisitId after, int most) {
        return jdbc.sql("""
                        select visit_id
                        from uncompared_visit
                        where visit_id > :after
                        order by visit_id
                        limit :most
                        """)
                .param("after", after == null ? new UUID(0, 0) : after.value())
                .param("most", most)
                .query((row, number) -> new VisitId(row.getObject("visit_id", UUID.class)))
                .list();
    }

    void compared(VisitId id) {
        jdbc.sql("delete from uncompared_visit where visit_id = :id")
                .param("id", id.value())
                .update();
    }

    private void addPoints(VisitId id, CheckedPoints points) {
        if (points.toCheck().isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into visit_point (visit_id, criterion, state)
                        select :id, point.*
                        from unnest(cast(:criteria as text[]), cast(:states as text[])) as point
                        """)
                .param("id", id.value())
                .param("criteria", points.toCheck().toArray(String[]::new))
                .param(
                        "states",
                        points.toCheck().stream()
                                .map(points.checked()::get)
                                .map(state -> state == null ? null : state.name())
                                .toArray(String[]::new))
                .update();
    }

    private @Nullable UUID openVisitOf(String clerk) {
        return jdbc.sql("select visit_id from open_visit where clerk = :clerk")
                .param("clerk", clerk)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    private CheckedPoints points(VisitId id) {
        SequencedSet<String> toCheck = new LinkedHashSet<>();
        Map<String, CriterionState> checked = new LinkedHashMap<>();
        jdbc.sql("select criterion, state from visit_point where visit_id = :id order by criterion")
                .param("id", id.value())
                .query((row, number) -> {
                    toCheck.add(row.getString("criterion"));
                    String state = row.getString("state");
                    if (state != null) {
                        checked.put(row.getString("criterion"), CriterionState.valueOf(state));
                    }
                    return number;
                })
                .list();
        return new CheckedPoints(toCheck, checked);
    }

    private Visit visit(VisitId id, ResultSet row, CheckedPoints points) throws SQLException {
        @Nullable UUID ticket = row.getObject("ticket_id", UUID.class);
        @Nullable String present = row.getString("present");
        return new Visit(
                id,
                new Visit.Place(
                        new WindowId(row.getObject("window_id", UUID.class)),
                        Tier.valueOf(row.getString("tier")),
                        new DivisionId(row.getObject("division_id", UUID.class)),
                        row.getString("division"),
                        row.getObject("centre_id", UUID.class),
                        row.getString("authority_id")),
                row.getString("item"),
                row.getString("clerk"),
                ticket == null ? null : new TicketId(ticket),
                present == null ? null : Present.valueOf(present),
                businessTime(row, "started_business_at"),
                instant(row, "started_at"),
                row.getBoolean("within_hours"),
                row.getObject("ended_at") == null ? null : end(id, row, points));
    }

    private VisitEnd end(VisitId id, ResultSet row, CheckedPoints points) throws SQLException {
        @Nullable String code = row.getString("code");
        return new VisitEnd(
                new VisitEnd.Outcome(
                        points,
                        row.getBoolean("points_compared"),
                        code == null ? null : PartialCode.valueOf(code),
                        reasons.read(id, row),
                        row.getObject("case_id", UUID.class),
                        row.getString("notice")),
                businessTime(row, "ended_business_at"),
                instant(row, "ended_at"),
                handover(row));
    }

    private static VisitEnd.@Nullable Handed handover(ResultSet row) throws SQLException {
        @Nullable UUID ticket = row.getObject("handover_id", UUID.class);
        return ticket == null
                ? null
                : new VisitEnd.Handed(
                        new TicketId(ticket),
                        row.getInt("handover_number"),
                        new WindowId(row.getObject("handover_window", UUID.class)));
    }

    private static ZonedDateTime businessTime(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).atZoneSameInstant(BusinessClock.ZONE);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
