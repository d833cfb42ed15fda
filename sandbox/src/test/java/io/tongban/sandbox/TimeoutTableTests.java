package io.tongban.sandbox;

import io.tongban.platform.test.TimeoutTable;
import org.junit.jupiter.api.Test;

class TimeoutTableTests {

    @Test
    void theTableNamesHowLongTheStoryWaits() {
        TimeoutTable.check("sandbox", "io.tongban.sandbox.story");
    }
}
