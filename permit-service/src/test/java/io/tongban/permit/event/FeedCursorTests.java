package io.tongban.permit.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedCursorTests {

    private static final FeedPosition EVENT =
            new FeedPosition(4711, UUID.fromString("0199b3b2-5d0e-7c41-8a6f-3f1d2b9c7e10"), 3);

    @Test
    void isReadAsItWasWritten() {
        FeedCursor never = FeedCursor.behind(EVENT);
        FeedCursor complete = new FeedCursor(EVENT, Instant.parse("2017-04-06T01:29:50.123456Z"));
        FeedCursor longAgo = new FeedCursor(EVENT, Instant.parse("1899-12-31T23:59:59.999999Z"));

        assertThat(FeedCursor.read(never.text())).contains(never);
        assertThat(FeedCursor.read(complete.text())).contains(complete);
        assertThat(FeedCursor.read(longAgo.text())).contains(longAgo);
        assertThat(FeedCursor.read(FeedCursor.start().text())).contains(FeedCursor.start());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0", "AQ", "not a cursor", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void anotherTextIsNone(String text) {
        assertThat(FeedCursor.read(text)).isEmpty();
    }

    @Test
    void oneOfAnotherFormOrOfAPlaceThatCannotBeIsNone() {
        byte[] bytes = Base64.getUrlDecoder().decode(FeedCursor.behind(EVENT).text());
        bytes[0] = 2;
        assertThat(FeedCursor.read(text(bytes))).isEmpty();
        bytes[0] = 1;
        assertThat(FeedCursor.read(text(bytes))).isPresent();
        bytes[1] = -1;
        assertThat(FeedCursor.read(text(bytes))).isEmpty();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
