package io.tongban.gateway.description;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.tongban.gateway.route.RouteProblem;
import io.tongban.platform.problem.Problem;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;

/** Descriptions are read again from time to time, and shown while their service is away. */
class ServiceDescriptionsTests {

    private final WireMockServer service =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

    private Instant now = Instant.parse("2017-05-08T01:30:00Z");

    @BeforeEach
    void start() {
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop();
    }

    @Test
    void oneIsKeptForAWhileAndThenReadAgain() {
        ServiceDescriptions descriptions = descriptions();
        answers(described("v1"));
        assertThat(version(descriptions)).isEqualTo("v1");
        answers(described("v2"));
        now = now.plusSeconds(59);
        assertThat(version(descriptions)).isEqualTo("v1");
        now = now.plusSeconds(1);
        assertThat(version(descriptions)).isEqualTo("v2");
        service.verify(2, getRequestedFor(urlEqualTo("/openapi")));
    }

    @Test
    void theLastOneIsShownWhileTheServiceIsAwayOrAnswersSomethingElse() {
        ServiceDescriptions descriptions = descriptions();
        answers(described("v1"));
        descriptions.read();
        for (ResponseDefinitionBuilder other : List.of(serverError(), okJson("[]"), ok("<html>"))) {
            answers(other);
            now = now.plusSeconds(60);
            assertThat(version(descriptions)).isEqualTo("v1");
        }
    }

    @Test
    void aServiceThatHasNeverAnsweredIsNamedAndAskedAgainAtOnce() {
        ServiceDescriptions descriptions = descriptions();
        answers(serverError());
        assertThatExceptionOfType(Problem.class).isThrownBy(descriptions::read).satisfies(problem -> {
            assertThat(problem.type()).isEqualTo(RouteProblem.SERVICE_NOT_REACHED);
            assertThat(problem.fields()).containsEntry("service", "lamp-service");
            assertThat(problem.headers()).containsKey("Retry-After");
        });
        answers(described("v1"));
        assertThat(version(descriptions)).isEqualTo("v1");
    }

    @Test
    void whoeverWaitsForAReadingDoesNotReadOnceMore() throws InterruptedException {
        ServiceDescriptions descriptions = descriptions();
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answering = new CountDownLatch(1);
        service.addMockServiceRequestListener((request, answer) -> {
            asked.countDown();
            awaited(answering);
        });
        answers(serverError());
        List<Thread> callers = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            callers.add(Thread.ofPlatform()
                    .start(() -> assertThatExceptionOfType(Problem.class).isThrownBy(descriptions::read)));
            asked.await();
        }
        for (Thread waiting : callers.subList(1, callers.size())) {
            while (waiting.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }
        answering.countDown();
        for (Thread caller : callers) {
            caller.join();
        }
        service.verify(1, getRequestedFor(urlEqualTo("/openapi")));
    }

    @Test
    void theFirstReadingGoesOnUntilEveryServiceHasDescribedItself() throws InterruptedException {
        ServiceDescriptions descriptions = descriptions();
        service.stubFor(get(urlEqualTo("/openapi"))
                .inScenario("start")
                .willReturn(serverError())
                .willSetStateTo("started"));
        service.stubFor(get(urlEqualTo("/openapi"))
                .inScenario("start")
                .whenScenarioStateIs("started")
                .willReturn(described("v1")));

        new FirstReading(descriptions, Duration.ofMinutes(1)).run(new DefaultApplicationArguments());

        service.verify(2, getRequestedFor(urlEqualTo("/openapi")));
        assertThat(version(descriptions)).isEqualTo("v1");
    }

    @Test
    void theFirstReadingAsksWhoHasDescribedItselfNoMore() throws InterruptedException {
        WireMockServer late =
                new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
        late.start();
        try {
            answers(described("v1"));
            late.stubFor(get(urlEqualTo("/openapi")).willReturn(serverError()));
            ServiceDescriptions descriptions = descriptions(service, late);
            FirstReading reading = new FirstReading(descriptions, Duration.ZERO);
            reading.run(new DefaultApplicationArguments());
            reading.run(new DefaultApplicationArguments());
            late.stubFor(get(urlEqualTo("/openapi")).willReturn(described("v1")));
            reading.run(new DefaultApplicationArguments());

            service.verify(1, getRequestedFor(urlEqualTo("/openapi")));
            late.verify(3, getRequestedFor(urlEqualTo("/openapi")));
            assertThat(descriptions.read()).hasSize(2);
        } finally {
            late.stop();
        }
    }

    @Test
    void theFirstReadingIsGivenUpInTime() throws InterruptedException {
        ServiceDescriptions descriptions = descriptions();
        answers(serverError());

        new FirstReading(descriptions, Duration.ZERO).run(new DefaultApplicationArguments());

        assertThatExceptionOfType(Problem.class).isThrownBy(descriptions::read);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private ServiceDescriptions descriptions() {
        return descriptions(service);
    }

    private ServiceDescriptions descriptions(WireMockServer... servers) {
        DescriptionProperties properties = new DescriptionProperties(
                null, Duration.ZERO, Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofSeconds(3));
        return new ServiceDescriptions(
                Stream.of(servers)
                        .map(server ->
                                DescribedService.routed("lamp-service", URI.create(server.baseUrl()), List.of("/**")))
                        .toList(),
                DescriptionConfiguration.client(properties),
                properties.keepFor(),
                () -> now);
    }

    private void answers(ResponseDefinitionBuilder answer) {
        service.stubFor(get(urlEqualTo("/openapi")).willReturn(answer));
    }

    private static ResponseDefinitionBuilder described(String version) {
        return okJson("{\"info\": {\"version\": \"%s\"}, \"paths\": {}}".formatted(version));
    }

    private static String version(ServiceDescriptions descriptions) {
        return descriptions
                .read()
                .values()
                .iterator()
                .next()
                .at("/info/version")
                .asString();
    }
}
