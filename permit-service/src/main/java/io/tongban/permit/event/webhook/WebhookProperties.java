package io.tongban.permit.event.webhook;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How partners are told of events.
 *
 * @param origin the name by which this city asks an address whether it wants to be told ({@code WebHook-Request-Origin})
 * @param source where the events come from, as each delivery says ({@code source} of CloudEvents); absolute, unless it is a sandbox or
 *     there are no partners
 * @param anyAddress whether an address may be plain HTTP and private; in a sandbox only
 * @param blocked addresses that are no partner's though they look public, as of networks of the administration, such as 59.192.0.0/10
 * @param mostOfAPartner how many webhooks of a partner may go on at the same time
 * @param atOnce how many deliveries to one partner a replica has under way at a time, to all of its webhooks together
 * @param atOnceInAll how many deliveries a replica has under way at a time; at least twice as many, so that no partner alone takes most
 * @param confirmAtOnce how many addresses a replica asks at a time whether they want to be told
 * @param sendEvery interval on the system clock between two looks for what is due
 * @param connectWithin for a connection to an address
 * @param confirmWithin for the answer of an address that is asked whether it wants to be told
 * @param answerWithin for the answer to a delivery, from the look for its address on
 * @param claimedFor how long a delivery is left to a replica before it is taken to have died
 * @param retries the pauses after each attempt that failed; after the last one the event is given up
 * @param formerSecretFor how long the secret before the newest still signs
 * @param deadLettersKeptFor how long an event is listed that was given up
 * @param endedKeptFor how long a webhook is listed that has ended
 */
@Validated
@ConfigurationProperties("tongban.webhooks")
record WebhookProperties(
        @NotNull @DefaultValue("tongban") String origin,
        @NotNull @DefaultValue("/api/v1/events") URI source,
        @DefaultValue("false") boolean anyAddress,
        @NotNull @DefaultValue("59.192.0.0/10") List<String> blocked,
        @Min(1) @DefaultValue("20") int mostOfAPartner,
        @Min(1) @DefaultValue("8") int atOnce,
        @Min(1) @DefaultValue("64") int atOnceInAll,
        @Min(1) @DefaultValue("4") int confirmAtOnce,
        @NotNull @DefaultValue("1s") Duration sendEvery,
        @NotNull @DefaultValue("3s") Duration connectWithin,
        @NotNull @DefaultValue("8s") Duration confirmWithin,
        @NotNull @DefaultValue("15s") Duration answerWithin,
        @NotNull @DefaultValue("1m") Duration claimedFor,

        @NotEmpty @DefaultValue({"5s", "5m", "30m", "2h", "5h", "10h", "14h", "20h", "24h"})
        List<Duration> retries,

        @NotNull @DefaultValue("24h") Duration formerSecretFor,
        @NotNull @DefaultValue("30d") Duration deadLettersKeptFor,
        @NotNull @DefaultValue("90d") Duration endedKeptFor) {

    WebhookProperties {
        if (atOnceInAll < 2 * atOnce) {
            throw new IllegalArgumentException(
                    "tongban.webhooks.at-once-in-all must be at least twice tongban.webhooks.at-once, were "
                            + atOnceInAll + " and " + atOnce);
        }
        blocked = List.copyOf(blocked);
        retries = List.copyOf(retries);
    }
}
