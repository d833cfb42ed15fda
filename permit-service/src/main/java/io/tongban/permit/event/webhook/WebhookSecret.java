package io.tongban.permit.event.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret that deliveries are signed with. Source: Standard Webhooks 1.0.0. */
final class WebhookSecret {

    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    WebhookSecret(byte[] key) {
        this.key = key.clone();
    }

    /** As its partner is shown it, once. */
    String text() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /** The signature of a delivery: {@code v1,} and the Base64 of HMAC-SHA256 over id, seconds and body with full stops between them. */
    String sign(String id, long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
            return VERSION + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", impossible);
        }
    }

    /** Shows nothing of it. */
    @Override
    public String toString() {
        return "WebhookSecret[hidden]";
    }
}
