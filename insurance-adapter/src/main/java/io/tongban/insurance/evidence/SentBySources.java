package io.tongban.insurance.evidence;

import io.tongban.insurance.record.Kind;
import io.tongban.insurance.source.Exchange;
import io.tongban.insurance.source.RawAnswer;
import io.tongban.insurance.source.SilenceCause;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the sources of one query sent: every request with what came back, failed ones included, and the text of each row of the
 * record, in their order.
 *
 * <p>It is kept as one value, because its pages are of one kind and compress together. Its bytes: four with the length of the
 * head, the head as JSON, and after it the bytes of all answers, each as long as the head says.
 */
record SentBySources(List<Exchange> exchanges, List<Map<String, String>> rows) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    SentBySources {
        exchanges = List.copyOf(exchanges);
        rows = List.copyOf(rows);
    }

    byte[] bytes() {
        byte[] head = JSON.writeValueAsBytes(
                new Head(exchanges.stream().map(Entry::of).toList(), rows));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(head.length).array());
        bytes.writeBytes(head);
        for (Exchange exchange : exchanges) {
            RawAnswer answer = exchange.answer();
            if (answer != null) {
                bytes.writeBytes(answer.bytes());
            }
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException if the bytes are less or more than the head says */
    static SentBySources read(byte[] bytes) {
        int at = Integer.BYTES + ByteBuffer.wrap(bytes).getInt();
        Head head = JSON.readValue(
                new String(bytes, Integer.BYTES, at - Integer.BYTES, StandardCharsets.UTF_8), Head.class);
        List<Exchange> exchanges = new ArrayList<>();
        for (Entry entry : head.exchanges()) {
            int length = entry.length() == null ? 0 : entry.length();
            if (length < 0 || length > bytes.length - at) {
                throw new IllegalArgumentException("less than the sources sent");
            }
            exchanges.add(entry.exchange(Arrays.copyOfRange(bytes, at, at + length)));
            at += length;
        }
        if (at < bytes.length) {
            throw new IllegalArgumentException("more than the sources sent");
        }
        return new SentBySources(exchanges, head.rows());
    }

    @Override
    public String toString() {
        return "SentBySources[" + exchanges.size() + "]";
    }

    /** What stands before the bytes of the answers. */
    private record Head(List<Entry> exchanges, List<Map<String, String>> rows) {}

    /**
     * One request.
     *
     * @param length how many bytes came; null where none came
     */
    private record Entry(
            String source,
            String kind,
            int year,
            int page,
            Instant askedAt,
            Instant endedAt,
            @Nullable Integer status,
            @Nullable Integer length,
            @Nullable SilenceCause silence) {

        static Entry of(Exchange exchange) {
            RawAnswer answer = exchange.answer();
            return new Entry(
                    exchange.source(),
                    exchange.kind().code(),
                    exchange.year(),
                    exchange.page(),
                    exchange.askedAt(),
                    exchange.endedAt(),
                    exchange.status(),
                    answer == null ? null : answer.length(),
                    exchange.silence());
        }

        Exchange exchange(byte[] bytes) {
            return new Exchange(
                    source,
                    new Kind(kind),
                    year,
                    page,
                    askedAt,
                    endedAt,
                    status,
                    length == null ? null : new RawAnswer(bytes),
                    silence);
        }
    }
}
