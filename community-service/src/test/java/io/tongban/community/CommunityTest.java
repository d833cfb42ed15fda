package io.tongban.community;

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

/**
 * The one test context of this module: the service on real ports with a real database and the city loaded. Due work runs when a test
 * says so.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = CommunityServiceApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "db-scheduler.enabled=false",
            "tongban.permit-service.tell-again=200ms"
        })
@AutoConfigureRestTestClient
@PostgresTest
@Import({
    TestClock.class,
    TestTokens.class,
    TestKeys.class,
    Api.class,
    DueWork.class,
    TestPermitService.class,
    DescribedAnswers.class
})
public @interface CommunityTest {}
