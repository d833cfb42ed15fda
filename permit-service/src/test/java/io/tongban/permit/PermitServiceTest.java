package io.tongban.permit;

import io.tongban.platform.test.PostgresTest;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestKeys;
import io.tongban.platform.test.TestTokens;
import io.tongban.platform.test.description.DescribedAnswers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestExecutionListeners;

/**
 * The one test context of this module: the service on a real port, a real database, its neighbours over HTTP, 6 April 2017.
 * Due work runs, and the feed is followed, when a test says so.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = PermitServiceApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "db-scheduler.enabled=false",
            "tongban.events.follow-every=1d",
            "tongban.outbox.send-every=1d",
            "tongban.outbox.gateway.read-timeout=2s",
            "tongban.webhooks.send-every=1d",
            "tongban.webhooks.confirm-within=2s",
            "tongban.webhooks.answer-within=3s",
            "spring.cloud.openfeign.client.config.insurance-adapter.read-timeout=700",
            "spring.cloud.openfeign.httpclient.hc5.socket-timeout=2"
        })
@AutoConfigureRestTestClient
@PostgresTest
@TestExecutionListeners(listeners = FirstVisit.class, mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
@Import({
    TestTokens.class,
    TestKeys.class,
    TestClock.class,
    TestNeighbours.class,
    TestWindow.class,
    TestCases.class,
    TestStatements.class,
    DescribedAnswers.class
})
public @interface PermitServiceTest {}
