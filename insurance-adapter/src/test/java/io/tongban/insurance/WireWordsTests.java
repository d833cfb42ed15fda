package io.tongban.insurance;

import io.tongban.platform.test.WireWords;
import org.junit.jupiter.api.Test;

class WireWordsTests {

    @Test
    void whatTheControllersTakeAndAnswerHasTheWordsOfTheWire() {
        WireWords.check("io.tongban.insurance");
    }
}
