package io.tongban.insurance.source;

import jakarta.validation.Valid;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The bureaux that are asked.
 *
 * @param budget the time within which a whole query ends, whatever the bureaux do
 * @param sources the bureaux by name; an area without one is silent
 */
@Validated
@ConfigurationProperties("tongban.insurance")
record SourcesProperties(
        @DefaultValue("8s") Duration budget, @DefaultValue Map<String, @Valid SourceProperties> sources) {}
