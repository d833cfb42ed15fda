package io.tongban.bench.network;

import io.tongban.platform.test.SigningKey;
import io.tongban.platform.test.TokenKeys;
import io.tongban.sandbox.network.DatabaseAdministrator;
import io.tongban.sandbox.network.Folders;
import io.tongban.sandbox.network.Network;
import io.tongban.sandbox.network.Part;
import io.tongban.sandbox.network.Progress;
import io.tongban.sandbox.network.Scale;
import io.tongban.sandbox.network.Wiring;
import io.tongban.sandbox.preflight.FreePorts;
import io.tongban.sandbox.process.GuardedProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** The whole network at the scale of a city, with accounts for as many officials as are needed. */
public final class CityNetwork implements AutoCloseable {

    /** A Monday, while the windows are open. */
    public static final OffsetDateTime MORNING = OffsetDateTime.parse("2017-05-08T09:30:00+08:00");

    private final Network network;
    private final int portBase;
    private final TokenKeys keys;
    private final Path logs;
    private final String run = Long.toString(System.currentTimeMillis() / 1000, 36);

    private CityNetwork(Network network, int portBase, TokenKeys keys, Path logs) {
        this.network = network;
        this.logs = logs;
        this.portBase = portBase;
        this.keys = keys;
    }

    /**
     * Starts all of it.
     *
     * @param data where the network keeps its data; what is there already stays
     * @param settings what every service is told besides
     */
    public static CityNetwork started(Path root, Path data, Map<String, String> settings)
            throws IOException, InterruptedException {
        return started(root, data, settings, portBase -> (from, to) -> to.address(portBase));
    }

    /**
     * Starts all of it.
     *
     * @param data where the network keeps its data; what is there already stays
     * @param settings what every service is told besides
     * @param wiring where parts find each other, by the port base
     */
    public static CityNetwork started(Path root, Path data, Map<String, String> settings, IntFunction<Wiring> wiring)
            throws IOException, InterruptedException {
        int portBase = FreePorts.base();
        Folders folders = new Folders(root, data);
        Network network = new Network(folders, portBase, Scale.CITY, Map.of(), new Progress(System.err));
        TokenKeys keys = TokenKeys.besides(network.issuer(), SigningKey.likeKeycloaks());
        CityNetwork city = new CityNetwork(network, portBase, keys, folders.logs());
        Map<String, String> told = new HashMap<>(settings);
        told.put("TONGBAN_SECURITY_JWKSETURI", keys.address().toString());
        network.telling(told).wired(wiring.apply(portBase));
        try {
            network.start();
            network.clocks().set(MORNING);
            return city;
        } catch (InterruptedException | RuntimeException failed) {
            city.close();
            throw failed;
        }
    }

    /** Where callers find the API. */
    public URI gateway() {
        return Part.GATEWAY.address(portBase);
    }

    public URI address(Part part) {
        return part.address(portBase);
    }

    /**
     * A token as Keycloak would give it to an account of this name, for the time of a long measurement. No earlier run had the account:
     * what a run that broke off has left open is not in its way.
     */
    public SigningKey.Token token(String account) {
        return keys.key()
                .token()
                .issuer(network.issuer().toString())
                .audience("tongban-api")
                .subject(subject(account))
                .expiresIn(Duration.ofHours(6));
    }

    /** What the services call an account of this name. */
    public String subject(String account) {
        return account + "-" + run;
    }

    /** The network itself, for whoever wants to harm it. */
    public Network network() {
        return network;
    }

    public List<GuardedProcess> processes() {
        return network.processes();
    }

    /** The administrator of the databases {@code permit}, {@code insurance} and {@code community}. */
    public DatabaseAdministrator databases() {
        return network.databases();
    }

    /** The key files of a service, which a measurement needs that writes what the service could have written. */
    public Path keysOf(Part part) {
        return network.keysOf(part);
    }

    /** What the part has printed. */
    public Path log(Part part) {
        return logs.resolve(part.label() + ".log");
    }

    @Override
    public void close() {
        network.close();
        keys.close();
    }
}
