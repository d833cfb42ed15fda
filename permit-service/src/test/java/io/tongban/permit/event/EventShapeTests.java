package io.tongban.permit.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.permit.casefile.ledger.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

class EventShapeTests {

    private static final Path PAGE = Path.of("..", "docs", "events.md");
    private static final Pattern ROW = Pattern.compile("\\| `([A-Z_]+)` \\| `[a-z0-9.-]+` \\| ([^|]*) \\|.*");
    private static final Pattern MEMBER = Pattern.compile("`([A-Za-z]+)`");

    @Test
    void thePageSaysOfEachTypeWhatIsTold() throws IOException {
        Map<String, List<String>> onPage = new TreeMap<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                onPage.put(
                        row.group(1),
                        MEMBER.matcher(row.group(2))
                                .results()
                                .map(member -> member.group(1))
                                .toList());
            }
        }

        assertThat(onPage)
                .isEqualTo(new TreeMap<>(Arrays.stream(EventType.values())
                        .collect(Collectors.toMap(EventType::name, EventShape::members))));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void whatIsNotNamedIsToldToNobody(EventType type) {
        ObjectNode data = EventShape.data(
                type,
                "{\"name\": \"姜先生\", \"caseAfter\": {\"receivedBy\": \"clerk-1\"}, \"proof\": \"x\", \"text\": \"x\"}",
                null,
                null);

        assertThat(data.propertyNames()).isEmpty();
    }

    @Test
    void anOpenPointIsToldInTwoMembers() {
        ObjectNode data = EventShape.data(
                EventType.ASSESSED, "{\"openPoints\": [\"employment MISSING\", \"photo TOLERABLE\"]}", null, null);

        assertThat(data.toString())
                .isEqualTo("{\"openPoints\":[{\"point\":\"employment\",\"state\":\"MISSING\"},"
                        + "{\"point\":\"photo\",\"state\":\"TOLERABLE\"}]}");
    }

    @Test
    void aUnitIsToldByItsKeyedIndexOrNotAtAll() {
        ObjectNode data = EventShape.data(
                EventType.NOTICE_GIVEN,
                "{}",
                null,
                List.of("employment", "employment:labour-contract#h3_-x", "employment:labour-contract:30010001"));

        assertThat(data.toString())
                .isEqualTo(
                        "{\"points\":[\"employment\",\"employment:labour-contract#h3_-x\",\"employment:labour-contract\"]}");
    }
}
