package io.tongban.engine.contributions.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedRecordTests {

    /** Amounts are numbers; in evidence of before they were text, and it is read for as long as cases are kept. */
    @ParameterizedTest
    @ValueSource(strings = {"280.00", "\"280.00\""})
    void readsAmountsAsNumbersAndAsTheTextThatTheyOnceWere(String amount) {
        SourcedRecord read = SignedRecord.parse(compact("""
                {"evidenceId": "00000000-0000-7000-8000-000000000001", "asOf": "2017-04-06", "coverage": [],
                 "rows": [{"month": "2017-03", "kind": "11", "unit": "30010001", "unitName": "甲", "unitKind": "EMPLOYER",
                           "area": "330104", "type": "10", "base": %1$s, "amount": %1$s, "posted": "1",
                           "postedMonth": "2017-04"}],
                 "duplicateRows": 0}
                """.formatted(amount))).content();

        assertThat(read.record().rows())
                .singleElement()
                .satisfies(row -> assertThat(row.amount()).isEqualByComparingTo("280.00"));
    }

    private static String compact(String payload) {
        return base64("{\"alg\":\"ES256\"}") + "." + base64(payload) + "." + base64("no signature");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
