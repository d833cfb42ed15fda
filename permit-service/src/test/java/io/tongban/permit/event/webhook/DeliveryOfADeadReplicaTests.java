package io.tongban.permit.event.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.tongban.permit.PermitServiceApplication;
import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestNeighbours;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.platform.test.OtherReplica;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

/** A replica is killed while it tells a partner; the other one tells it. The database is this test's own: the rounds of the replica run. */
@PermitServiceTest
@TestPropertySource(properties = "spring.application.name=permit-service-of-a-dead-sender")
class DeliveryOfADeadReplicaTests {

    private static final String PARTNER = "city-library";
    private static final String PATH = "/hooks/library";

    /** Less than a delivery waits, and longer than the replica lives. */
    private static final Duration NEVER = Duration.ofSeconds(14);

    @Autowired
    private TestWindow window;

    @Autowired
    private TestNeighbours neighbours;

    @Autowired
    private TestDatabase database;

    @Autowired
    private Environment environment;

    @Autowired
    private DeliverEvents delivering;

    @Autowired
    private Webhooks webhooks;

    @Test
    void isMadeByTheOther() throws Exception {
        try (OtherReplica other = OtherReplica.start(PermitServiceApplication.class, environment, database)) {
            other.setClock(TestClock.START);
            window.webhook(PARTNER, neighbours.partner(PATH), "CASE_OPENED").expect(201);
            neighbours
                    .server()
                    .stubFor(post(urlEqualTo(PATH))
                            .willReturn(aResponse().withFixedDelay(Math.toIntExact(NEVER.toMillis()))));
            window.consentToBeTold(TestWindow.ID_NUMBER, PARTNER);
            Answer opened = window.openCase("clerk-1");
            await().atMost(Duration.ofSeconds(20)).until(() -> !told().isEmpty());

            other.kill();
            assertThat(claimed()).as("left by the dead replica").isEqualTo(1);
            String left = claims();
            delivering.run();
            assertThat(claims()).as("as long as it may live").isEqualTo(left);
            assertThat(webhooks.due(Instant.now())).isEmpty();
            neighbours.partner(PATH);
            database.asOwner()
                    .sql("update webhook_queue set due_at = now()") // as if its minute were over
                    .update();

            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                delivering.run();
                assertThat(claimed()).isZero();
            });
            assertThat(told())
                    .hasSize(2)
                    .extracting(request -> request.getHeader("webhook-id"))
                    .containsOnly(opened.at("/id") + ":1");
        }
    }

    private List<LoggedRequest> told() {
        return neighbours.server().findAll(postRequestedFor(urlEqualTo(PATH)));
    }

    private String claims() {
        return database.asOwner()
                .sql("select string_agg(concat(claim, ' ', due_at), ',') from webhook_queue")
                .query(String.class)
                .single();
    }

    private int claimed() {
        return database.asOwner()
                .sql("select count(*) from webhook_queue where claim is not null")
                .query(Integer.class)
                .single();
    }
}
