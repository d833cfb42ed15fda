package io.tongban.engine.command.remote;

import io.tongban.engine.command.ExitCode;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** Which addresses a token or a code may be sent to. */
final class Address {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private Address() {}

    /** The address itself, unless everybody on the way could read what is sent there. */
    static URI trusted(URI address) throws CannotGoOn {
        boolean safe = "https".equals(address.getScheme())
                || ("http".equals(address.getScheme()) && LOOPBACK.contains(String.valueOf(address.getHost())));
        if (!safe || address.getHost() == null) {
            throw new CannotGoOn(
                    ExitCode.UNUSABLE,
                    List.of(
                            address + ": a token is not sent there",
                            "  remedy: name an https address; http is for this machine only"));
        }
        return address;
    }
}
