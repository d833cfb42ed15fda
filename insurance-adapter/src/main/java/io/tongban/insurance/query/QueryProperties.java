package io.tongban.insurance.query;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a query may ask for.
 *
 * @param mostYears how many calendar years, the current one included
 */
@Validated
@ConfigurationProperties("tongban.insurance.query")
record QueryProperties(@DefaultValue("10") @Min(1) @Max(60) int mostYears) {}
