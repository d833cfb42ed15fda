package io.tongban.platform.outbox;

import java.util.Map;
import java.util.UUID;

/**
 * What somebody is to be told.
 *
 * @param subject what it is about; to whom it goes follows from it
 * @param template the name of its text
 * @param key of several messages of one template, which it is
 * @param figures what the text names; nothing of a person
 */
public record NewMessage(UUID subject, String template, String key, Map<String, String> figures) {

    public NewMessage {
        figures = Map.copyOf(figures);
    }
}
