package io.tongban.insurance;

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

/** The one test context of this module: the service on real ports, a real database, two bureaux over HTTP, 6 April 2017. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = InsuranceAdapterApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "spring.datasource.hikari.connection-timeout=500"})
@AutoConfigureRestTestClient
@PostgresTest
@Import({TestTokens.class, TestKeys.class, TestClock.class, TestBureaux.class, DescribedAnswers.class})
public @interface InsuranceServiceTest {}
