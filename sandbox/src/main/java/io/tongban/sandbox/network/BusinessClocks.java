package io.tongban.sandbox.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The business clocks of the services and of the stand-in, moved together. */
public final class BusinessClocks {

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final int portBase;
    private volatile @Nullable Setting latest;

    BusinessClocks(int portBase) {
        this.portBase = portBase;
    }

    /** The sources first: whoever looks at the new day must find what the bureaux know on it. */
    public void set(OffsetDateTime now) {
        String body = "{\"now\":\"" + now.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME) + "\"}";
        latest = new Setting(now, System.nanoTime());
        put(Part.BUREAUX.address(portBase).resolve("/control/clock"), body);
        for (Part part : new Part[] {Part.INSURANCE_ADAPTER, Part.COMMUNITY_SERVICE, Part.PERMIT_SERVICE}) {
            put(part.managementAddress(portBase).resolve("/actuator/businessclock"), body);
        }
    }

    /** What the clocks show; empty: the real time. */
    public Optional<OffsetDateTime> now() {
        return Optional.ofNullable(latest)
                .map(setting -> setting.to().plusNanos(System.nanoTime() - setting.atNanos()));
    }

    /** Sets the clock of one more process to what the others show. */
    public void join(Replica replica) {
        now().ifPresent(now -> put(
                replica.managementAddress().resolve("/actuator/businessclock"),
                "{\"now\":\"" + now.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME) + "\"}"));
    }

    /** The order of the bureaux' rows and columns from now on. */
    public void shuffleRows(long seed) {
        put(Part.BUREAUX.address(portBase).resolve("/control/order"), "{\"seed\":" + seed + "}");
    }

    /** What the clocks were set to, and when. */
    private record Setting(OffsetDateTime to, long atNanos) {}

    private void put(URI uri, String body) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        "PUT " + uri + " answered " + response.statusCode() + ": " + response.body());
            }
        } catch (IOException cause) {
            throw new UncheckedIOException("PUT " + uri, cause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while setting clocks", interrupted);
        }
    }
}
