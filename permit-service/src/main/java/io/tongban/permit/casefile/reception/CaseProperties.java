package io.tongban.permit.casefile.reception;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a case may grow to.
 *
 * @param mostPapers how many papers a case may hold, those of all visits together
 */
@Validated
@ConfigurationProperties("tongban.cases")
record CaseProperties(@Min(1) @DefaultValue("200") int mostPapers) {}
