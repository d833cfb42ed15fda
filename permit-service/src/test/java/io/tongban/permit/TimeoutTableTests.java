package io.tongban.permit;

import io.tongban.platform.test.TimeoutTable;
import org.junit.jupiter.api.Test;

class TimeoutTableTests {

    @Test
    void theTableNamesEveryTimeOutOfThisService() {
        TimeoutTable.check("permit-service", "io.tongban.permit");
    }
}
