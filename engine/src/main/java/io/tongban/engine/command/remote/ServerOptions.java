package io.tongban.engine.command.remote;

import io.tongban.engine.command.ExitCode;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a command that talks to a network: where it is, and where a person signs in. */
final class ServerOptions {

    private static final String TOKEN = "TONGBAN_TOKEN";

    @Option(
            names = "--at",
            required = true,
            paramLabel = "URL",
            description = "the gateway, for example https://api.example")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private URI at;

    @Option(
            names = "--issuer",
            paramLabel = "URL",
            description = "the realm to sign in at; not needed with a token in " + TOKEN)
    private @Nullable URI issuer;

    /** Where somebody has signed in, or the process brings a token. */
    Server signIn(Outside outside, PrintWriter out) throws CannotGoOn {
        Http http = new Http();
        URI gateway = Address.trusted(at);
        String token = outside.environment().apply(TOKEN);
        if (token != null && !token.isBlank()) {
            return new Server(http, gateway, token.strip());
        }
        if (issuer == null) {
            throw new CannotGoOn(
                    ExitCode.UNUSABLE,
                    List.of(
                            "nobody is signed in",
                            "  remedy: name the realm with --issuer, for example"
                                    + " https://id.example/realms/tongban, or put an access token into " + TOKEN));
        }
        return new Server(http, gateway, new DeviceSignIn(http, Address.trusted(issuer), out, outside.pause()).token());
    }
}
