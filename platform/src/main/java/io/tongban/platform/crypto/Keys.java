package io.tongban.platform.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.PrfSet;
import com.nimbusds.jose.jwk.JWKSet;

/** Where a service's keys come from: files today; a key management service or a hardware module is another bean. */
public interface Keys {

    /** Encrypts with its primary key, decrypts with all. */
    Aead fieldEncryption();

    /** Its primary key makes the blind indexes. */
    PrfSet blindIndex();

    /** The first key signs and has its private part; the others are still published. */
    JWKSet signing();
}
