package io.tongban.permit;

import io.tongban.platform.test.TestDatabase;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Before each test no record of the day is kept: what one test let the sources say is nothing to the next. */
final class NothingReadToday implements TestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext context) {
        context.getApplicationContext()
                .getBean(TestDatabase.class)
                .asOwner()
                .sql("delete from record_of_the_day")
                .update();
    }
}
