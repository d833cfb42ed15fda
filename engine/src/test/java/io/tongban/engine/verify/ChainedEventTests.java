package io.tongban.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChainedEventTests {

    private static final UUID CASE = UUID.fromString("0199b3b2-5d0e-7c41-8a6f-3f1d2b9c7e10");
    private static final Instant AT = Instant.parse("2017-04-06T01:30:00.118412Z");

    /** As {@code sha256sum} says for the lines of docs/adr/0040. */
    @Test
    void theHashCoversEachFieldInALineOfItsOwn() {
        assertThat(event("{}", null).hash())
                .isEqualTo("96869de4e01fb19889813b8241566ec000a951d36a41675a7ea152926ee8649d");
        assertThat(event("{ }", null).hash()).isNotEqualTo(event("{}", null).hash());
        assertThat(event("{}", "0".repeat(64)).hash())
                .isNotEqualTo(event("{}", null).hash());
    }

    private static ChainedEvent event(String payload, @Nullable String sealedDigest) {
        return new ChainedEvent(
                CASE, 1, "OPENED", AT, AT, "account-1", null, null, payload, sealedDigest, ChainedEvent.GENESIS);
    }
}
