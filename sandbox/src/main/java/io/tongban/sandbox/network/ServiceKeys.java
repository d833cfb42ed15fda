package io.tongban.sandbox.network;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.prf.PrfSet;
import io.tongban.platform.crypto.BlindIndex;
import io.tongban.platform.crypto.KeyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** The key files of one service, made when they are first needed. */
record ServiceKeys(Path folder) {

    /** Keys are made once and kept as long as the data. */
    static ServiceKeys in(Path folder) throws IOException {
        KeyFiles files = KeyFiles.in(folder);
        if (!Files.exists(folder)) {
            files.generate();
        }
        return new ServiceKeys(folder);
    }

    /** The pseudonym under which permit-service, if these are its keys, knows a person. */
    String pseudonym(String idNumber) throws IOException {
        try {
            PrfSet prf = TinkJsonProtoKeysetFormat.parseKeyset(
                            Files.readString(folder.resolve("blind-index.json")), InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), PrfSet.class);
            return new BlindIndex(prf).of("person", idNumber);
        } catch (GeneralSecurityException cause) {
            throw new IOException("the blind-index key in " + folder + " cannot be used", cause);
        }
    }
}
