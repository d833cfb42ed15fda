package io.tongban.platform.crypto;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.tongban.platform.StartRefused;

/** Signs as JWS (ES256) with the current key; the public keys of older signatures stay published. */
public final class SigningKeys {

    private static final JWSHeader DETACHED = new JWSHeader(JWSAlgorithm.ES256);

    private final JWSSigner signer;
    private final String keyId;
    private final JWKSet publicKeys;

    public SigningKeys(JWKSet keys) {
        if (keys.isEmpty() || !(keys.getKeys().getFirst() instanceof ECKey current) || !current.isPrivate()) {
            throw new StartRefused(
                    "The first signing key is not a private key on the curve P-256.", KeyFiles.HOW_TO_MAKE_THEM);
        }
        try {
            this.signer = new ECDSASigner(current);
        } catch (JOSEException e) {
            throw new StartRefused("The first signing key cannot sign.", KeyFiles.HOW_TO_MAKE_THEM, e);
        }
        this.keyId = current.getKeyID();
        this.publicKeys = keys.toPublicJWKSet();
    }

    /**
     * A signed token.
     *
     * @param type what the token is, for example {@code receipt+jwt}; a verifier must insist on it
     */
    public SignedJWT sign(JWTClaimsSet claims, String type) {
        SignedJWT token = new SignedJWT(header(type), claims);
        sign(token);
        return token;
    }

    /** Signed content in compact serialisation. */
    public String sign(byte[] payload, String type) {
        JWSObject signed = new JWSObject(header(type), new Payload(payload));
        sign(signed);
        return signed.serialize();
    }

    /**
     * Signs bytes, and keeps no copy of them in the signature.
     *
     * @param content must say by itself what it is, so that it is never taken for anything else that these keys sign
     */
    public DetachedSignature signDetached(byte[] content) {
        try {
            return new DetachedSignature(keyId, signer.sign(DETACHED, content).toString());
        } catch (JOSEException e) {
            throw new IllegalStateException("signing failed", e);
        }
    }

    /** Whether one of these keys, old ones included, signed the bytes. */
    public boolean hasSigned(byte[] content, DetachedSignature signature) {
        try {
            return publicKeys.getKeyByKeyId(signature.keyId()) instanceof ECKey key
                    && new ECDSAVerifier(key).verify(DETACHED, content, new Base64URL(signature.value()));
        } catch (JOSEException malformed) {
            return false;
        }
    }

    /** What {@code /.well-known/jwks.json} shows. */
    public JWKSet publicKeys() {
        return publicKeys;
    }

    private JWSHeader header(String type) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID(keyId)
                .type(new JOSEObjectType(type))
                .build();
    }

    private void sign(JWSObject object) {
        try {
            object.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("signing failed", e);
        }
    }
}
