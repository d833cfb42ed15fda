package io.tongban.engine.contributions.record;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
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
 * A record as the insurance adapter signed it: a compact JWS (ES256) whose payload is the clean record. Whoever holds it can
 * read the record again, years later, and hold the adapter to it.
 */
public final class SignedRecord {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) // the adapter may say more than we use
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final JWSObject signed;

    private SignedRecord(JWSObject signed) {
        this.signed = signed;
    }

    /**
     * Takes the text apart.
     *
     * @throws IllegalArgumentException if it is no compact JWS
     */
    public static SignedRecord parse(String compact) {
        try {
            return new SignedRecord(JWSObject.parse(compact));
        } catch (ParseException malformed) {
            throw new IllegalArgumentException("not a compact JWS", malformed);
        }
    }

    /**
     * The record that it says, with the evidence that it names; whether the signature is genuine is a question of its own.
     *
     * @throws IllegalArgumentException if the payload is no record
     */
    public SourcedRecord content() {
        try {
            return JSON.readValue(signed.getPayload().toString(), Content.class).toRecord(signed.getParsedString());
        } catch (JacksonException | NullPointerException malformed) {
            throw new IllegalArgumentException("the signed content is no contribution record", malformed);
        }
    }

    /** Whether one of these keys made the signature. */
    public boolean isSignedBy(List<JWK> keys) {
        JWKMatcher matcher = JWKMatcher.forJWSHeader(signed.getHeader());
        if (!JWSAlgorithm.ES256.equals(signed.getHeader().getAlgorithm()) || matcher == null) {
            return false;
        }
        return keys.stream().filter(matcher::matches).anyMatch(this::isSignedBy);
    }

    /** What picks the keys that may have signed it out of all keys of the adapter; null when none can. */
    @Nullable
    public JWKSelector keySelector() {
        JWKMatcher matcher = JWKMatcher.forJWSHeader(signed.getHeader());
        return matcher == null ? null : new JWKSelector(matcher);
    }

    private boolean isSignedBy(JWK key) {
        try {
            return signed.verify(new ECDSAVerifier(key.toECKey()));
        } catch (JOSEException otherKind) { // a key that cannot verify this signature did not make it
            return false;
        }
    }

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "SignedRecord[hidden]";
    }

    private record Content(
            UUID evidenceId,
            LocalDate asOf,
            List<Coverage> coverage,
            List<Row> rows,
            int duplicateRows,
            @Nullable List<String> notAsked) {

        SourcedRecord toRecord(String compact) {
            ContributionRecord read = new ContributionRecord(
                    asOf, coverage, rows.stream().map(Row::toRow).toList(), duplicateRows);
            return new SourcedRecord(
                    read, Objects.requireNonNull(evidenceId), notAsked == null ? List.of() : notAsked, compact);
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
