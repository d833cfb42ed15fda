package io.tongban.sandbox.network;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.OptionalDouble;

/** What the gateway tells a monitoring system. */
public final class Metrics {

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final URI prometheus;

    Metrics(int portBase) {
        this.prometheus = Part.GATEWAY.managementAddress(portBase).resolve("/actuator/prometheus");
    }

    /**
     * A gauge as it is now; absent while it is not a number.
     *
     * @param series name and labels as in the text format of Prometheus
     */
    public OptionalDouble gauge(String series) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(prometheus)
                        .timeout(Duration.ofSeconds(10))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return answer.body()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .filter(Double::isFinite)
                .findFirst();
    }
}
