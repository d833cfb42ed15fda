package io.tongban.permit.contributions;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.tongban.permit.contributions.ContributionsUnavailable.Cause;
import java.math.BigDecimal;
import java.text.ParseException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
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
            JWSObject signed = JWSObject.parse(envelope.jws());
            if (!isGenuine(signed)) {
                throw new ContributionsUnavailable(Cause.NOT_GENUINE, null);
            }
            return JSON.readValue(signed.getPayload().toString(), Content.class).toRecord();
        } catch (ParseException | JacksonException | NullPointerException | IllegalArgumentException malformed) {
            throw new ContributionsUnavailable(Cause.UNREADABLE, malformed);
        } catch (JOSEException unverifiable) {
            throw new ContributionsUnavailable(Cause.NOT_GENUINE, unverifiable);
        }
    }

    private boolean isGenuine(JWSObject signed) throws JOSEException {
        if (!JWSAlgorithm.ES256.equals(signed.getHeader().getAlgorithm())) {
            return false;
        }
        for (JWK key : keysFor(signed)) {
            if (signed.verify(new ECDSAVerifier(key.toECKey()))) {
                return true;
            }
        }
        return false;
    }

    private List<JWK> keysFor(JWSObject signed) throws KeySourceException {
        JWKMatcher matcher = JWKMatcher.forJWSHeader(signed.getHeader());
        return matcher == null ? List.of() : keys.get(new JWKSelector(matcher), null);
    }

    private record Envelope(@Nullable String jws) {}

    private record Content(
            UUID evidenceId, LocalDate asOf, List<Coverage> coverage, List<Row> rows, int duplicateRows) {

        SourcedRecord toRecord() {
            ContributionRecord read = new ContributionRecord(
                    asOf, coverage, rows.stream().map(Row::toRow).toList(), duplicateRows);
            return new SourcedRecord(read, Objects.requireNonNull(evidenceId));
        }
    }

    private record Row(
            @Nullable YearMonth month,
            String kind,
            String unit,
            String unitName,
            UnitKind unitKind,
            String area,
            String type,
            @Nullable BigDecimal base,
            @Nullable BigDecimal amount,
            String posted,
            @Nullable YearMonth postedMonth) {

        ContributionRow toRow() {
            return new ContributionRow(
                    month,
                    kind,
                    unit,
                    unitName,
                    unitKind,
                    area,
                    type,
                    base,
                    amount,
                    PostedFlag.ofCode(posted),
                    postedMonth);
        }
    }
}
