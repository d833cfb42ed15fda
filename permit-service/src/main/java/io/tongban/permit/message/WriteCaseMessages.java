package io.tongban.permit.message;

import io.tongban.engine.library.Standards;
import io.tongban.engine.rule.Text;
import io.tongban.engine.standard.UnknownStandard;
import io.tongban.permit.casefile.ledger.EventType;
import io.tongban.permit.event.FeedFollower;
import io.tongban.permit.event.PublishedEvent;
import io.tongban.platform.outbox.NewMessage;
import io.tongban.platform.outbox.Outbox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what applicants are told, once for each event of which they are told. */
@Component
class WriteCaseMessages implements FeedFollower {

    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final Standards standards;

    WriteCaseMessages(Outbox outbox, JdbcClient jdbc, Standards standards) {
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.standards = standards;
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public void take(List<PublishedEvent> events) {
        Map<UUID, Text> items =
                items(events.stream().map(PublishedEvent::caseId).collect(Collectors.toSet()));
        outbox.add(events.stream()
                .flatMap(event -> CaseMessage.of(event)
                        .map(message -> written(event, message, Objects.requireNonNull(items.get(event.caseId()))))
                        .stream())
                .toList());
        events.stream()
                .filter(event -> event.type() == EventType.DIED) // nobody is told any more
                .forEach(event -> outbox.stop(event.caseId()));
    }

    private static NewMessage written(PublishedEvent event, CaseMessage message, Text item) {
        Map<String, String> figures = new HashMap<>(message.figures());
        figures.put("itemZh", item.zh());
        figures.put("itemEn", item.en());
        return new NewMessage(event.caseId(), message.template().word(), Long.toString(event.seq()), figures);
    }

    /** What the item of each case is called in the version of the standard that the case goes by. */
    private Map<UUID, Text> items(Set<UUID> cases) {
        Map<UUID, Text> items = new HashMap<>();
        jdbc.sql("select id, item, used_version from case_file where id = any(:cases)")
                .param("cases", cases.toArray(UUID[]::new))
                .query(row -> {
                    items.put(
                            row.getObject("id", UUID.class),
                            name(row.getString("item"), row.getString("used_version")));
                });
        return items;
    }

    /** A version that this replica has not loaded has no name here. */
    private Text name(String item, String version) {
        try {
            return standards.version(item, version).name();
        } catch (UnknownStandard notLoaded) {
            return new Text(item, item);
        }
    }
}
