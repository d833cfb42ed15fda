package io.tongban.permit.event.webhook;

import io.tongban.platform.problem.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which addresses a partner can be told at. Where a name leads to is looked at with each connection ({@link PublicAddresses}). */
final class WebhookUrls {

    /** Names that lead nowhere, by RFC 2606 and 6761, or to the neighbourhood alone. */
    private static final Pattern NO_PUBLIC_NAME =
            Pattern.compile("(.*\\.)?(example|invalid|test|local|internal|home\\.arpa|localhost)\\.?|[^.:]+");

    private static final int NO_PORT = -1;
    private static final int HTTPS = 443;

    private static final List<String> NAMES_OF_THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");

    private final boolean anyAddress;

    /** @param anyAddress whether plain HTTP, this machine and other ports are taken too */
    WebhookUrls(boolean anyAddress) {
        this.anyAddress = anyAddress;
    }

    /** @throws Problem {@link WebhookProblem#WEBHOOK_URL_REFUSED} if it cannot be one */
    URI require(String text) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException noUrl) {
            throw refused();
        }
        String host = url.getHost();
        if (host == null || url.getRawUserInfo() != null || url.getRawFragment() != null || url.getPort() == 0) {
            throw refused();
        }
        boolean ofThisMachine = anyAddress && NAMES_OF_THIS_MACHINE.contains(host.toLowerCase(Locale.ROOT));
        boolean isEncrypted = "https".equalsIgnoreCase(url.getScheme());
        boolean isPlain = "http".equalsIgnoreCase(url.getScheme());
        boolean isPublicName =
                !NO_PUBLIC_NAME.matcher(host.toLowerCase(Locale.ROOT)).matches();
        boolean isOnItsPort = anyAddress || url.getPort() == NO_PORT || url.getPort() == HTTPS;
        if ((isEncrypted && isPublicName && isOnItsPort) || (ofThisMachine && (isEncrypted || isPlain))) {
            return url;
        }
        throw refused();
    }

    private static Problem refused() {
        return Problem.of(WebhookProblem.WEBHOOK_URL_REFUSED);
    }
}
