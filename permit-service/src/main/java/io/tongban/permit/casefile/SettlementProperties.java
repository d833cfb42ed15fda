package io.tongban.permit.casefile;

import io.tongban.permit.casefile.look.Look;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How provisional cases settle.
 *
 * @param batchSize how many cases are read from the database at a time
 * @param atOnce how many cases are looked at at a time; a place less at the sources and a connection for each
 * @param silentSourceFor how long, on the system clock, a source that did not answer for a case is left alone
 * @param notAskedFor how long, on the system clock, until a source is asked that was not, for want of a place or because it had just
 *     failed; while it is still not asked, each pause is as long as the case has waited so far, {@code silentSourceFor} at most
 */
@Validated
@ConfigurationProperties("tongban.settlement")
public record SettlementProperties(
        @Min(1) @DefaultValue("50") int batchSize,
        @Min(1) @DefaultValue("4") int atOnce,
        @NotNull @DefaultValue("PT15M") Duration silentSourceFor,
        @NotNull @DefaultValue("PT30S") Duration notAskedFor) {

    /**
     * How long a source is left alone after a look that waits for it.
     *
     * @param waited since the look that the case goes by
     */
    public Duration leaveAlone(Look look, Duration waited) {
        if (!look.waitsToAsk() || waited.compareTo(silentSourceFor) > 0) {
            return silentSourceFor;
        }
        return waited.compareTo(notAskedFor) > 0 ? waited : notAskedFor;
    }
}
