package io.tongban.platform.test.plan;

import java.util.List;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Fails the test during which a statement was first sent that reads more the longer the service is in use. */
public final class FailOnFindings implements TestExecutionListener {

    @Override
    public void afterTestMethod(TestContext test) {
        fail();
    }

    /** What was sent before the first test, or after the last one. */
    @Override
    public void afterTestClass(TestContext test) {
        fail();
    }

    private static void fail() {
        List<String> findings = SentStatements.takeFindings();
        if (!findings.isEmpty()) {
            throw new AssertionError(
                    "In a database that has been in use for years:\n\n" + String.join("\n\n", findings));
        }
    }
}
