package io.tongban.permit.event.webhook;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The settings of webhooks as a service has them, but for those that a test names. */
final class WebhookSettings {

    private static final String PREFIX = "tongban.webhooks";

    private WebhookSettings() {}

    /** @param named without their prefix */
    static WebhookProperties with(Map<String, String> named) {
        return new Binder(new MapConfigurationPropertySource(named.entrySet().stream()
                        .collect(Collectors.toMap(each -> PREFIX + "." + each.getKey(), Map.Entry::getValue))))
                .bindOrCreate(PREFIX, WebhookProperties.class);
    }
}
