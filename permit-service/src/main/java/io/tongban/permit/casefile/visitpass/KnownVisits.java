package io.tongban.permit.casefile.visitpass;

import io.tongban.platform.problem.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The visits that this service has seen a pass of or was told the end of; a visit serves one person. */
@Repository
class KnownVisits {

    /** No pass outlives the business day, so a visit of the day before yesterday has none. */
    private static final Duration KEPT_FOR = Duration.ofDays(2);

    private final JdbcClient jdbc;
    private final Clock systemClock;

    KnownVisits(JdbcClient jdbc, Clock systemClock) {
        this.jdbc = jdbc;
        this.systemClock = systemClock;
    }

    /**
     * What is known of a visit whose end was not told.
     *
     * @throws Problem {@link VisitPassProblem#VISIT_ENDED} if it was
     */
    KnownVisit requireOpen(UUID visit) {
        KnownVisit known = find(visit).orElse(KnownVisit.NOT_YET);
        if (known.hasEnded()) {
            throw VisitPassVerifier.untrusted(VisitPassProblem.VISIT_ENDED);
        }
        return known;
    }

    /**
     * Lets the visit serve the person, and from now on nobody else.
     *
     * @param seen what was known of it a moment ago
     * @param person blind index of the identity number
     * @throws Problem {@link VisitPassProblem#VISIT_ENDED} or {@link VisitPassProblem#VISIT_SERVES_ANOTHER}
     */
    void serve(UUID visit, KnownVisit seen, String person) {
        KnownVisit known = seen.person() == null ? bind(visit, person) : seen;
        if (known.hasEnded()) {
            throw VisitPassVerifier.untrusted(VisitPassProblem.VISIT_ENDED);
        }
        if (!person.equals(known.person())) {
            throw Problem.of(VisitPassProblem.VISIT_SERVES_ANOTHER).with("visit", visit);
        }
    }

    /** Puts ends on record; one that was told before stays as it is. */
    @Transactional
    public void end(Collection<UUID> visits) {
        OffsetDateTime now = now();
        jdbc.sql("""
                insert into known_visit (visit_id, ended_at, forget_after)
                select distinct visit, cast(:now as timestamptz), cast(:forgetAfter as timestamptz)
                from unnest(:visits) as visit
                order by visit
                on conflict (visit_id) do update set ended_at = coalesce(known_visit.ended_at, excluded.ended_at)
                """)
                .param("visits", visits.toArray(UUID[]::new))
                .param("now", now)
                .param("forgetAfter", now.plus(KEPT_FOR))
                .update();
        jdbc.sql("delete from known_visit where forget_after < :now")
                .param("now", now)
                .update();
    }

    private Optional<KnownVisit> find(UUID visit) {
        return jdbc.sql("select person, ended_at from known_visit where visit_id = :visit")
                .param("visit", visit)
                .query((row, number) -> known(row))
                .optional();
    }

    /** Of two requests at once, the person of the first. */
    private KnownVisit bind(UUID visit, String person) {
        return jdbc.sql("""
                insert into known_visit (visit_id, person, forget_after)
                values (:visit, :person, :forgetAfter)
                on conflict (visit_id) do update set person = coalesce(known_visit.person, excluded.person)
                returning person, ended_at
                """)
                .param("visit", visit)
                .param("person", person)
                .param("forgetAfter", now().plus(KEPT_FOR))
                .query((row, number) -> known(row))
                .single();
    }

    private OffsetDateTime now() {
        return systemClock.instant().atOffset(ZoneOffset.UTC);
    }

    private static KnownVisit known(ResultSet row) throws SQLException {
        return new KnownVisit(row.getString("person"), row.getObject("ended_at") != null);
    }

    /** What is on record of a visit. */
    record KnownVisit(@Nullable String person, boolean hasEnded) {

        private static final KnownVisit NOT_YET = new KnownVisit(null, false);
    }
}
