package io.tongban.gateway.lane;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much of its lane one account may have.
 *
 * @param share percent of the lane's places that a person's account may take at the same time, at least one place
 * @param partnerShare the same for an account of another system, in the lane of partners
 */
@Validated
@ConfigurationProperties("tongban.accounts")
record AccountProperties(
        @Min(1) @Max(100) @DefaultValue("10") int share,
        @Min(1) @Max(100) @DefaultValue("50") int partnerShare) {

    int placesIn(Lane lane, int places) {
        int percent = lane == Lane.PARTNER ? partnerShare : share;
        return Math.max(1, Math.ceilDiv(places * percent, 100));
    }
}
