package io.tongban.insurance;

import io.tongban.platform.test.TimeoutTable;
import org.junit.jupiter.api.Test;

class TimeoutTableTests {

    @Test
    void theTableNamesEveryTimeOutOfThisService() {
        TimeoutTable.check("insurance-adapter", "io.tongban.insurance");
    }
}
