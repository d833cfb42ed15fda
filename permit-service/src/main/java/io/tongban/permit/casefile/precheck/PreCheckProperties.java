package io.tongban.permit.casefile.precheck;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much pre-checking one account may do, and how what was read for it is forgotten.
 *
 * @param applicant the limit of an applicant's account
 * @param clerk the limit of a clerk's account
 * @param partner the limit of a partner's account
 * @param forgetBatch how many records of days that are over are forgotten in one statement
 */
@Validated
@ConfigurationProperties("tongban.pre-checks")
record PreCheckProperties(
        @Valid @NotNull Limit applicant,
        @Valid @NotNull Limit clerk,
        @Valid @NotNull Limit partner,
        @Min(1) @DefaultValue("1000") int forgetBatch) {

    /**
     * How many pre-checks of one account are let in within any span of a length.
     *
     * @param most how many
     * @param within any span of this length
     */
    record Limit(
            @Min(1) int most,

            @NotNull @DurationMin(seconds = 1) Duration within) {}
}
