package io.tongban.sandbox.story;

import io.tongban.platform.test.SigningKey;
import io.tongban.platform.test.TokenKeys;
import io.tongban.sandbox.Cast;
import io.tongban.sandbox.network.Folders;
import io.tongban.sandbox.network.Network;
import io.tongban.sandbox.network.Part;
import io.tongban.sandbox.network.Progress;
import io.tongban.sandbox.network.Scale;
import io.tongban.sandbox.preflight.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/**
 * The whole network, started once for all tests of a JVM that take it as a parameter, and ended after the last of them.
 *
 * <p>The tests share its data: none of them may need a case, a ticket or a standard that another one could have changed.
 */
final class RunningNetwork implements AutoCloseable {

    static final Path ROOT =
            Path.of(System.getProperty("tongban.root", "..")).toAbsolutePath().normalize();
    static final Path TARGET = ROOT.resolve("sandbox/target");

    /**
     * The parts that are services of this product; Keycloak and the databases are not. The gateway is the last: it waits seconds for
     * the descriptions of the others, which take longer to make for the first time on a machine with much to do.
     */
    static final List<Part> SERVICES =
            List.of(Part.PERMIT_SERVICE, Part.INSURANCE_ADAPTER, Part.COMMUNITY_SERVICE, Part.GATEWAY);

    private static final OffsetDateTime MORNING = OffsetDateTime.parse("2017-05-08T09:30:00+08:00");

    private final Network network;
    private final Folders folders;
    private final int portBase;
    private final TokenKeys tokenKeys;
    private final SignIn signIn;
    private final Map<String, Person> people = new ConcurrentHashMap<>();

    private RunningNetwork(Network network, Folders folders, int portBase, TokenKeys tokenKeys) {
        this.network = network;
        this.folders = folders;
        this.portBase = portBase;
        this.tokenKeys = tokenKeys;
        this.signIn = new SignIn(network.issuer(), gateway());
    }

    private static RunningNetwork started() {
        try {
            Path data = TARGET.resolve("running-network");
            FileSystemUtils.deleteRecursively(data);
            Folders folders = new Folders(ROOT, Files.createDirectories(data));
            int portBase = FreePorts.base();
            Network network = new Network(folders, portBase, Scale.DEMO, Cast.applicants(), new Progress(System.out));
            TokenKeys tokenKeys = TokenKeys.besides(network.issuer(), SigningKey.made());
            network.telling(Map.of(
                    "LOGGING_LEVEL_ROOT",
                    "debug", // more than any production logs: what is in no log here is in none there
                    "TONGBAN_SECURITY_JWKSETURI",
                    tokenKeys.address().toString()));
            RunningNetwork running = new RunningNetwork(network, folders, portBase, tokenKeys);
            try {
                network.start();
                network.clocks().set(MORNING);
                return running;
            } catch (InterruptedException | RuntimeException failed) {
                running.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new IllegalStateException("the network was not started", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the network started", interrupted);
        }
    }

    URI gateway() {
        return address(Part.GATEWAY);
    }

    URI address(Part part) {
        return part.address(portBase);
    }

    URI managementAddress(Part part) {
        return part.managementAddress(portBase);
    }

    /** Everybody who can sign in. */
    List<String> people() {
        return network.people();
    }

    /** The person, whose token is renewed in time. */
    Person person(String name) {
        return people.computeIfAbsent(name, key -> new Person(key, network.passwordOf(key), signIn, gateway()));
    }

    /** A token that lives for some minutes from now on. */
    String token(String person) throws IOException, InterruptedException {
        return person(person).token().value();
    }

    /** A token of an account that nobody has, which the services believe; its audience is still to be said. */
    SigningKey.Token invented(String subject) {
        return tokenKeys.key().token().issuer(network.issuer().toString()).subject(subject);
    }

    /** The key of invented tokens. */
    String nameOfTheKey() {
        return tokenKeys.key().name();
    }

    URI issuer() {
        return network.issuer();
    }

    /** A token of the account that a client of the realm has for itself. */
    String tokenOfClient(String client) throws IOException, InterruptedException {
        return signIn.asClient(client, network.secretOf(client.replaceFirst("^tongban-", "")))
                .value();
    }

    /** What the part has printed. */
    Path log(Part part) {
        return folders.logs().resolve(part.label() + ".log");
    }

    @Override
    public void close() {
        network.close();
        tokenKeys.close();
    }

    /** Starts the network for the first test that asks for it. */
    static final class OncePerJvm implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RunningNetwork.class;
        }

        @Override
        public RunningNetwork resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(RunningNetwork.class))
                    .computeIfAbsent(RunningNetwork.class, key -> RunningNetwork.started(), RunningNetwork.class);
        }
    }
}
