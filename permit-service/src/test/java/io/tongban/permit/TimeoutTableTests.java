package io.tongban.permit;

import io.tongban.platform.test.TimeoutTable;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TimeoutTableTests {

    @Test
    void theTableNamesEveryTimeOutOfThisService() {
        TimeoutTable.check("permit-service", "io.tongban.permit");
    }

    /** The engine knows no platform, not even in tests. */
    @Test
    void theTableNamesEveryTimeOutOfTheCommandLine() {
        TimeoutTable.check("engine", "io.tongban.engine", Path.of("..", "engine"));
    }
}
