package io.tongban.insurance.source;

import io.tongban.insurance.record.SpecialUnits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One bureau that answers the query of 2017 over HTTP; its bulkhead, retry and circuit breaker are set where Resilience4j reads
 * them.
 *
 * @param baseUrl the address before {@code /query}
 * @param areas the areas for which this bureau answers; no area has two sources
 * @param connectTimeout how long a connection may take to be made
 * @param readTimeout how long one page may take, from the request to its last byte; less than the query's budget
 * @param parallelQueries how many years and kinds of one person are asked for at once
 * @param mostPages more pages than this for one year and kind are no answer
 * @param mostBytes a page with more bytes than this is no answer
 * @param spansOfMonthlyAmounts whether base and amount of a row of several months, such as {@code 201601-201606}, are those of
 *     each single month; otherwise such a row cannot be read
 */
record SourceProperties(
        @NotNull URI baseUrl,
        @NotEmpty Set<@Pattern(regexp = "[0-9]{6}", message = "an area code has six digits") String> areas,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("3s") Duration readTimeout,
        @DefaultValue("4") @Min(1) @Max(64) int parallelQueries,
        @DefaultValue("50") @Min(1) int mostPages,
        @DefaultValue("524288") @Min(1024) int mostBytes,
        boolean spansOfMonthlyAmounts,
        @Valid @DefaultValue Units units) {

    /**
     * The bureau's unit codes that are no employers.
     *
     * @param flexible accounts of flexible workers
     * @param agencies unemployment agencies
     * @param placeholders placeholders for months taken over from another area
     * @param placeholderNames unit names that mean a placeholder whatever the code, beside 转移虚拟单位
     */
    record Units(
            @DefaultValue Set<String> flexible,
            @DefaultValue Set<String> agencies,
            @DefaultValue Set<String> placeholders,
            @DefaultValue Set<String> placeholderNames) {

        SpecialUnits toSpecialUnits() {
            return new SpecialUnits(flexible, agencies, placeholders, placeholderNames);
        }
    }
}
