package io.tongban.permit.contributions;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.tongban.engine.contributions.record.SignedRecord;
import io.tongban.engine.contributions.record.SourcedRecord;
import io.tongban.permit.contributions.ContributionsUnavailable.Cause;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the adapter's answer from its signed part and from nothing else, so that what is assessed is what the adapter can be
 * held to.
 */
final class SignedAnswer {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) // the adapter may say more than we use
            .build();

    private final JWKSource<SecurityContext> keys;

    SignedAnswer(JWKSource<SecurityContext> keys) {
        this.keys = keys;
    }

    /** @throws ContributionsUnavailable if the answer cannot be read or its signature does not verify */
    SourcedRecord read(String answer) {
        try {
            Envelope envelope = JSON.readValue(answer, Envelope.class);
            if (envelope == null || envelope.jws() == null) {
                throw new ContributionsUnavailable(Cause.UNREADABLE, null);
            }
            SignedRecord signed = SignedRecord.parse(envelope.jws());
            if (!isGenuine(signed)) {
                throw new ContributionsUnavailable(Cause.NOT_GENUINE, null);
            }
            return signed.content();
        } catch (JacksonException | IllegalArgumentException malformed) {
            throw new ContributionsUnavailable(Cause.UNREADABLE, malformed);
        } catch (KeySourceException unverifiable) {
            throw new ContributionsUnavailable(Cause.NOT_GENUINE, unverifiable);
        }
    }

    private boolean isGenuine(SignedRecord signed) throws KeySourceException {
        JWKSelector possible = signed.keySelector();
        return possible != null && signed.isSignedBy(keys.get(possible, null));
    }

    private record Envelope(@Nullable String jws) {}
}
