package io.tongban.platform.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.PrfSet;
import com.nimbusds.jose.jwk.JWKSet;
import io.tongban.platform.StartRefused;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.text.ParseException;

/** Keys from the files of a directory, each read when it is first asked for. */
public final class FileKeys implements Keys {

    private final KeyFiles files;

    /** The keys of a directory that {@code keys generate} made. */
    public FileKeys(Path directory) {
        this.files = KeyFiles.in(directory);
    }

    @Override
    public Aead fieldEncryption() {
        return primitive(KeyFiles.FIELD_ENCRYPTION, Aead.class);
    }

    @Override
    public PrfSet blindIndex() {
        return primitive(KeyFiles.BLIND_INDEX, PrfSet.class);
    }

    @Override
    public JWKSet signing() {
        try {
            return files.readSigning();
        } catch (IOException | ParseException e) {
            throw refused(KeyFiles.SIGNING, e);
        }
    }

    private <P> P primitive(String name, Class<P> type) {
        try {
            return files.readKeyset(name).getPrimitive(RegistryConfiguration.get(), type);
        } catch (IOException | GeneralSecurityException e) {
            throw refused(name, e);
        }
    }

    private StartRefused refused(String name, Exception cause) {
        String what = cause instanceof NoSuchFileException ? " does not exist." : " cannot be read as a key file.";
        return new StartRefused("The key file " + files.path(name) + what, KeyFiles.HOW_TO_MAKE_THEM, cause);
    }
}
