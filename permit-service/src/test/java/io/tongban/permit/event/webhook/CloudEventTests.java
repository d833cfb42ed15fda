package io.tongban.permit.event.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.permit.casefile.ledger.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CloudEventTests {

    private static final Pattern ROW = Pattern.compile("\\| `([A-Z_]+)` \\| `([a-z0-9.-]+)` \\|.*");

    @Test
    void thePageSaysWhatEachTypeIsCalled() throws IOException {
        Map<String, String> onPage = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("..", "docs", "events.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                onPage.put(row.group(1), row.group(2));
            }
        }

        assertThat(onPage)
                .isEqualTo(new TreeMap<>(
                        Arrays.stream(EventType.values()).collect(Collectors.toMap(EventType::name, CloudEvent::type))))
                .containsEntry("ACCEPTED", "tongban.case.accepted.v1");
    }
}
