package io.tongban.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

@GatewayTest
class ReplicaTests {

    @Autowired
    TestServices services;

    @Autowired
    ScheduledTaskHolder tasks;

    @Autowired
    MeterRegistry meters;

    @Test
    void outsideKubernetesTheAddressOfTheRouteIsComparedInRounds() {
        services.reset();
        services.permit()
                .stubFor(
                        get("/api/v1/standards/in-force").willReturn(okJson("{\"digest\":\"sha256:0\",\"items\":[]}")));

        assertThat(tasks.getScheduledTasks())
                .singleElement()
                .extracting(ScheduledTask::getTask)
                .isInstanceOfSatisfying(
                        FixedDelayTask.class, round -> round.getRunnable().run());

        assertThat(gauge("known")).isEqualTo(1);
        assertThat(gauge("answering")).isEqualTo(1);
        assertThat(meters.get("tongban.standards.replicas.differing").gauge().value())
                .isZero();
    }

    private double gauge(String state) {
        return meters.get("tongban.standards.replicas")
                .tag("state", state)
                .gauge()
                .value();
    }
}
