package io.tongban.permit.casefile.consent;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom applicants can give a consent.
 *
 * @param partners clients of the identity provider
 */
@ConfigurationProperties("tongban.consent")
record ConsentProperties(@DefaultValue({}) List<String> partners) {}
