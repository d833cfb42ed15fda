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
        @Valid @DefaultValue OfApplicant applicant,
        @Valid @DefaultValue OfClerk clerk,
        @Valid @DefaultValue OfPartner partner,
        @Min(1) @DefaultValue("1000") int forgetBatch) {

    /** How many pre-checks of one account are let in within any span of a length. */
    interface Limit {

        int most();

        Duration within();
    }

    /**
     * The limit of an applicant's account.
     *
     * @param most how many pre-checks are let in
     * @param within any span of this length
     */
    record OfApplicant(
            @Min(1) @DefaultValue("30") int most,

            @NotNull @DurationMin(seconds = 1) @DefaultValue("1h")
            Duration within)
            implements Limit {}

    /**
     * The limit of a clerk's account.
     *
     * @param most how many pre-checks are let in
     * @param within any span of this length
     */
    record OfClerk(
            @Min(1) @DefaultValue("240") int most,

            @NotNull @DurationMin(seconds = 1) @DefaultValue("1h")
            Duration within)
            implements Limit {}

    /**
     * The limit of a partner's account.
     *
     * @param most how many pre-checks are let in
     * @param within any span of this length
     */
    record OfPartner(
            @Min(1) @DefaultValue("3600") int most,

            @NotNull @DurationMin(seconds = 1) @DefaultValue("1h")
            Duration within)
            implements Limit {}
}
