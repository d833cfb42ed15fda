package io.tongban.sandbox.network;

import io.tongban.platform.crypto.BlindIndex;
import io.tongban.platform.crypto.FileKeys;
import io.tongban.platform.crypto.KeyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
    String pseudonym(String idNumber) {
        return new BlindIndex(new FileKeys(folder).blindIndex()).of("person", idNumber);
    }
}
