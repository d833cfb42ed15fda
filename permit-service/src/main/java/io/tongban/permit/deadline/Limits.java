package io.tongban.permit.deadline;

import io.tongban.permit.deadline.OverdueStep.Against;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The limits that run for cases, and what was done on their days. */
@Repository
public class Limits {

    private final JdbcClient jdbc;

    Limits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps these limits of a case in place of those before, within the caller's transaction; one that is as before is left alone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(UUID caseId, List<KeptLimit> limits) {
        jdbc.sql("""
            with kept as (
                insert into case_limit as before (case_id, clock, starts_on, due_on, is_provisional, next_on)
                select :caseId, run.*
                from unnest(
                    cast(:clocks as smallint[]), cast(:starts as date[]), cast(:dues as date[]),
                    cast(:provisional as boolean[]), cast(:next as date[])) as run
                on conflict (case_id, clock) do update
                set starts_on = excluded.starts_on, due_on = excluded.due_on, is_provisional = excluded.is_provisional,
                    next_on = excluded.next_on
                where (before.starts_on, before.due_on, before.is_provisional)
                    is distinct from (excluded.starts_on, excluded.due_on, excluded.is_provisional))
            delete from case_limit
            where case_id = :caseId and clock <> all (cast(:clocks as smallint[]))
            """)
                .param("caseId", caseId)
                .param("clocks", column(limits, limit -> limit.clock().number()))
                .param("starts", column(limits, KeptLimit::startsOn))
                .param("dues", column(limits, KeptLimit::dueOn))
                .param("provisional", column(limits, KeptLimit::provisional))
                .param("next", column(limits, KeptLimit::nextOn))
                .update();
    }

    /** As text: the driver takes no arrays of days. */
    private static @Nullable String[] column(List<KeptLimit> limits, Function<KeptLimit, @Nullable Object> value) {
        return limits.stream()
                .map(limit -> Objects.toString(value.apply(limit), null))
                .toArray(String[]::new);
    }

    /**
     * Limits that ask for something on or before a day, the oldest first.
     *
     * @param last the limit after which to go on; null at the beginning
     */
    public List<DueLimit> due(LocalDate today, @Nullable DueLimit last, int most) {
        return jdbc.sql("""
            select case_id, clock, due_on, next_on
            from case_limit
            where next_on <= :today
                and (next_on, case_id, clock) > (cast(:lastOn as date), cast(:lastCase as uuid), cast(:lastClock as smallint))
            order by next_on, case_id, clock
            limit :most
            """)
                .param("today", today)
                .param("lastOn", last == null ? LocalDate.EPOCH : last.on())
                .param("lastCase", last == null ? new UUID(0, 0) : last.caseId())
                .param("lastClock", last == null ? 0 : last.clock().number())
                .param("most", most)
                .query((row, number) -> new DueLimit(
                        row.getObject("case_id", UUID.class),
                        CaseClock.of(row.getInt("clock")),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("next_on", LocalDate.class)))
                .list();
    }

    /** The overdue findings of a clock that were told, in their order. */
    public List<OverdueStep> overdue(UUID caseId, CaseClock clock) {
        return jdbc.sql("""
            select row_number() over (order by on_day) as number, on_day, step
            from case_limit_step
            where case_id = :caseId and clock = :clock and starts_with(step, :overdue)
            order by on_day
            """)
                .param("caseId", caseId)
                .param("clock", clock.number())
                .param("overdue", LimitStep.OVERDUE)
                .query((row, index) -> OverdueStep.told(
                        row.getInt("number"),
                        row.getObject("on_day", LocalDate.class),
                        Against.valueOf(row.getString("step").substring(LimitStep.OVERDUE.length()))))
                .list();
    }

    /**
     * Records a step within the caller's transaction.
     *
     * @throws org.springframework.dao.DuplicateKeyException if it was recorded before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(LimitStep step) {
        DueLimit limit = step.of();
        jdbc.sql("""
            insert into case_limit_step (case_id, clock, due_on, on_day, step)
            values (:caseId, :clock, :dueOn, :on, :step)
            """)
                .param("caseId", limit.caseId())
                .param("clock", limit.clock().number())
                .param("dueOn", limit.dueOn())
                .param("on", limit.on())
                .param("step", step.what())
                .update();
        goOn(limit, step.nextOn());
    }

    /** Asks again on another day, or not at all; a limit that has changed since it was found is left alone. */
    public void goOn(DueLimit limit, @Nullable LocalDate nextOn) {
        jdbc.sql("""
            update case_limit set next_on = :nextOn
            where case_id = :caseId and clock = :clock and due_on = :dueOn and next_on = :on
            """)
                .param("caseId", limit.caseId())
                .param("clock", limit.clock().number())
                .param("dueOn", limit.dueOn())
                .param("on", limit.on())
                .param("nextOn", nextOn)
                .update();
    }
}
