package io.tongban.permit.publication.guide;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the guides.
 *
 * @param publicAddress where the public reaches this network, such as {@code https://tongban.example}; printed pages name it.
 *     Empty: addresses are written as paths
 * @param kept how much memory the written guides may take
 * @param patience how long a request waits while another guide is written
 * @param writeWithin how long a guide may take to be written
 */
@Validated
@ConfigurationProperties("tongban.guide")
record GuideProperties(
        @DefaultValue("") String publicAddress,
        @DefaultValue("16MB") DataSize kept,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("10s") Duration writeWithin) {}
