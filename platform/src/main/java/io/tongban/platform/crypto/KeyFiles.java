package io.tongban.platform.crypto;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;

/** The three key files of a service, and how they are made and rotated; readable by their owner only. */
public final class KeyFiles {

    static final String FIELD_ENCRYPTION = "field-encryption.json";
    static final String BLIND_INDEX = "blind-index.json";
    static final String SIGNING = "signing.json";

    static final String HOW_TO_MAKE_THEM =
            "Make the files once, and keep them as long as the data: java -jar <service>.jar keys generate DIR";

    private final Path directory;

    private KeyFiles(Path directory) {
        this.directory = directory;
    }

    /** The key files in this directory, whether they exist or not. */
    public static KeyFiles in(Path directory) {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink cannot be used", e);
        }
        return new KeyFiles(directory);
    }

    /**
     * Makes the files that are missing, and the directory.
     *
     * @return the files made
     * @throws FileAlreadyExistsException if one exists: keys are never overwritten, or the data would be lost
     */
    public List<Path> generate() throws IOException {
        createDirectory();
        for (String name : List.of(FIELD_ENCRYPTION, BLIND_INDEX, SIGNING)) {
            if (Files.exists(directory.resolve(name))) {
                throw new FileAlreadyExistsException(directory.resolve(name).toString());
            }
        }
        try {
            writeKeyset(
                    FIELD_ENCRYPTION, KeysetHandle.generateNew(PredefinedAeadParameters.XAES_256_GCM_192_BIT_NONCE));
            writeKeyset(BLIND_INDEX, KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF));
            write(SIGNING, new JWKSet(newSigningKey()).toString(false));
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException("keys cannot be generated", e);
        }
        return List.of(directory.resolve(FIELD_ENCRYPTION), directory.resolve(BLIND_INDEX), directory.resolve(SIGNING));
    }

    /**
     * First step of a rotation: adds keys that decrypt and are published, but do not yet encrypt or sign.
     *
     * <p>Every replica must have been restarted with them before {@link #promote()}. The blind index is not rotated:
     * under another key nothing stored would be found any more. All is read before anything is written.
     */
    public void add() throws IOException {
        try {
            KeysetHandle keyset = KeysetHandle.newBuilder(readKeyset(FIELD_ENCRYPTION))
                    .addEntry(KeysetHandle.generateEntryFromParameters(
                                    PredefinedAeadParameters.XAES_256_GCM_192_BIT_NONCE)
                            .withRandomId())
                    .build();
            List<JWK> keys = new ArrayList<>(readSigning().getKeys());
            keys.add(newSigningKey());
            writeKeyset(FIELD_ENCRYPTION, keyset);
            write(SIGNING, new JWKSet(keys).toString(false));
        } catch (GeneralSecurityException | JOSEException | ParseException e) {
            throw new KeyFilesBroken(directory, e);
        }
    }

    /** Second step of a rotation: the keys added last encrypt and sign from now on; no older one can sign any more. */
    public void promote() throws IOException {
        try {
            KeysetHandle.Builder keyset = KeysetHandle.newBuilder(readKeyset(FIELD_ENCRYPTION));
            keyset.getAt(keyset.size() - 1).makePrimary();
            List<JWK> old = readSigning().getKeys();
            List<JWK> keys = new ArrayList<>();
            keys.add(old.getLast());
            old.subList(0, old.size() - 1).forEach(key -> keys.add(key.toPublicJWK()));
            writeKeyset(FIELD_ENCRYPTION, keyset.build());
            write(SIGNING, new JWKSet(keys).toString(false));
        } catch (GeneralSecurityException | ParseException e) {
            throw new KeyFilesBroken(directory, e);
        }
    }

    Path path(String name) {
        return directory.resolve(name);
    }

    KeysetHandle readKeyset(String name) throws IOException, GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                Files.readString(directory.resolve(name)), InsecureSecretKeyAccess.get());
    }

    JWKSet readSigning() throws IOException, ParseException {
        return JWKSet.parse(Files.readString(directory.resolve(SIGNING)));
    }

    private void writeKeyset(String name, KeysetHandle keyset) throws IOException, GeneralSecurityException {
        write(name, TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()));
    }

    /** Replaces the file as a whole, so that a full disk never leaves half a key. */
    private void write(String name, String content) throws IOException {
        Path fresh = Files.createTempFile(directory, name, ".new", ownerOnly("rw-------"));
        Files.writeString(fresh, content);
        Files.move(fresh, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void createDirectory() throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        try {
            Path parent = directory.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(directory, ownerOnly("rwx------"));
        } catch (FileAlreadyExistsException file) {
            throw new NotDirectoryException(file.getFile());
        }
    }

    private FileAttribute<?>[] ownerOnly(String permissions) {
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static ECKey newSigningKey() throws JOSEException {
        return new ECKeyGenerator(Curve.P_256)
                .algorithm(JWSAlgorithm.ES256)
                .keyUse(KeyUse.SIGNATURE)
                .keyIDFromThumbprint(true)
                .generate();
    }
}
