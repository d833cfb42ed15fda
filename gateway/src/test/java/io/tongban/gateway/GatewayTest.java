package io.tongban.gateway;

import io.tongban.platform.test.TestTokens;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * The whole gateway over HTTP, with services that are told what to answer; one context for all tests.
 *
 * <p>Small lanes, so that their limits can be met: partner has two places, street three calls at once.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import({TestTokens.class, TestServices.class, TestClient.class})
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "management.server.port=0",
            "tongban.lanes.partner.places=2",
            "tongban.accounts.partner-share=100",
            "tongban.lanes.street.per-second=1",
            "tongban.lanes.street.burst=3",
            "tongban.lanes.public.per-second=20",
            "tongban.lanes.public.burst=40",
            "tongban.timeouts.permit-service.answer=3s",
            "tongban.timeouts.community-service.answer=3s",
            "tongban.replicas.every=1h", // tests count the calls that services get
            "tongban.description.first-within=0s", // the services of tests describe themselves later
            "tongban.description.keep-for=0s",
            "tongban.edge.body-limit=64KB",
            "tongban.edge.body-rate=1KB",
            "tongban.edge.body-grace=1s",
            "tongban.edge.answer-rate=1KB",
            "tongban.edge.answer-grace=1s",
            "tongban.ports.head-within=1s",
            "server.tomcat.connection-timeout=2s",
            "server.tomcat.keep-alive-timeout=2s",
            "tongban.edge.trusted-proxies=127\\.0\\.0\\.2",
        })
@interface GatewayTest {}
