package io.tongban.insurance;

import io.tongban.platform.test.description.WireWords;
import org.junit.jupiter.api.Test;

class WireWordsTests {

    @Test
    void whatTheControllersTakeAndAnswerHasTheWordsOfTheWire() {
        WireWords.check("io.tongban.insurance");
    }
}
