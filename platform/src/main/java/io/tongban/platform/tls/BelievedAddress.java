package io.tongban.platform.tls;

import io.tongban.platform.DeploymentProperties;
import io.tongban.platform.StartRefused;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** An address whose answer is believed, such as where keys are published: outside a sandbox it is asked over TLS. */
public final class BelievedAddress {

    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private BelievedAddress() {}

    /**
     * The same address, of a service inside.
     *
     * @param what is found there, for the one who has to mend it
     * @throws StartRefused if somebody on the way could answer in its place: it is plain HTTP, in production, to another machine, over
     *     a network that does not encrypt by itself
     */
    public static URI inside(URI address, String what, DeploymentProperties deployment) {
        return deployment.networkEncrypted() ? address : outside(address, what, deployment);
    }

    /**
     * The same address, which people and programs outside ask too.
     *
     * @param what is found there, for the one who has to mend it
     * @throws StartRefused if it is plain HTTP, in production, to another machine
     */
    public static URI outside(URI address, String what, DeploymentProperties deployment) {
        boolean isEncrypted = "https".equals(scheme(address));
        if (isEncrypted || deployment.isSandbox() || isOnThisMachine(address)) {
            return address;
        }
        throw new StartRefused(
                "The address of " + what + " is not encrypted (" + scheme(address)
                        + "), so anybody on the way could answer.",
                "Set an address that begins with https://, or encrypt the network (docs/operations/tls.md).");
    }

    private static boolean isOnThisMachine(URI address) {
        return THIS_MACHINE
                .matcher(Objects.requireNonNullElse(address.getHost(), ""))
                .matches();
    }

    private static String scheme(URI address) {
        return Objects.requireNonNullElse(address.getScheme(), "").toLowerCase(Locale.ROOT);
    }
}
