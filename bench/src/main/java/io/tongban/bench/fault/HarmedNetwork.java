package io.tongban.bench.fault;

import io.tongban.bench.network.CityNetwork;
import io.tongban.bench.network.CityWindow;
import io.tongban.sandbox.fault.Desk;
import io.tongban.sandbox.fault.Mortals;
import io.tongban.sandbox.fault.PatientCaller;
import io.tongban.sandbox.network.Part;
import io.tongban.sandbox.network.RunningParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The network of a city with everything at hand that harms it. */
final class HarmedNetwork implements Mortals, AutoCloseable {

    private final CityNetwork city;
    private final Wires wires;
    private final JumpingClocks clocks;
    private final List<CityWindow> windows;

    private HarmedNetwork(CityNetwork city, Wires wires, JumpingClocks clocks, List<CityWindow> windows) {
        this.city = city;
        this.wires = wires;
        this.clocks = clocks;
        this.windows = windows;
    }

    static HarmedNetwork started(Path root, Path data) throws IOException, InterruptedException {
        Wires wires = new Wires();
        JumpingClocks clocks = JumpingClocks.in(data.resolve("clocks"));
        Map<String, String> told = new HashMap<>(clocks.settings());
        try {
            CityNetwork city = CityNetwork.started(root, data, told, portBase -> {
                try {
                    clocks.of(portBase);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
                return wires.around(portBase);
            });
            try {
                return new HarmedNetwork(city, wires, clocks, CityWindow.inTurn(city));
            } catch (IOException | InterruptedException | RuntimeException failed) {
                city.close();
                throw failed;
            }
        } catch (IOException | InterruptedException | RuntimeException failed) {
            wires.close();
            throw failed;
        }
    }

    CityNetwork city() {
        return city;
    }

    RunningParts parts() {
        return city.network().parts();
    }

    Wires wires() {
        return wires;
    }

    JumpingClocks clocks() {
        return clocks;
    }

    /** A desk with accounts of its own; those of a load sit at windows of all tiers in turn. */
    Desk desk(String load, int number) {
        CityWindow window = windows.get(number % windows.size());
        String account = load + "-clerk-" + number;
        return new Desk(
                window.id(),
                city.subject(account),
                new PatientCaller(city.gateway(), window.clerk(city, account).sign()),
                new PatientCaller(
                        city.gateway(),
                        CityWindow.reviewer(city, load + "-reviewer-" + number).sign()));
    }

    /** Nobody is led to a part that is dead, nor to one that is not ready yet. */
    @Override
    public void kill(Part part) throws InterruptedException {
        wires.to(part).forEach(Wire::die);
        parts().lose(part, "KILL");
    }

    @Override
    public void startAgain(Part part) throws InterruptedException {
        parts().startAgain(part);
        try {
            for (Wire wire : wires.to(part)) {
                wire.mend();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** How the bureaux answer from now on: {@code TRUTHFUL}, {@code SLOW} or {@code LYING}. */
    void bureaux(String manner) throws IOException, InterruptedException {
        URI control = city.address(Part.BUREAUX).resolve("/control/manner");
        try (HttpClient http = HttpClient.newHttpClient()) {
            int status = http.send(
                            HttpRequest.newBuilder(control)
                                    .timeout(Duration.ofSeconds(10))
                                    .PUT(HttpRequest.BodyPublishers.ofString("{\"manner\":\"" + manner + "\"}"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status != 200) {
                throw new IOException("the bureaux do not become " + manner + ": " + status);
            }
        }
    }

    @Override
    public void close() {
        city.close();
        wires.close();
    }
}
