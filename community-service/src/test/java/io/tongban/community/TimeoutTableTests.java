package io.tongban.community;

import io.tongban.platform.test.TimeoutTable;
import org.junit.jupiter.api.Test;

class TimeoutTableTests {

    @Test
    void theTableNamesEveryTimeOutOfThisService() {
        TimeoutTable.check("community-service", "io.tongban.community");
    }
}
