package io.tongban.gateway;

import io.tongban.platform.test.TimeoutTable;
import org.junit.jupiter.api.Test;

class TimeoutTableTests {

    @Test
    void theTableNamesEveryTimeOutOfThisService() {
        TimeoutTable.check("gateway", "io.tongban.gateway");
    }
}
