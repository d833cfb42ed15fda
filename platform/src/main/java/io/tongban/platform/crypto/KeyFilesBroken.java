package io.tongban.platform.crypto;

import java.io.IOException;
import java.nio.file.Path;

/** Key files that are there and are not key files. */
final class KeyFilesBroken extends IOException {

    KeyFilesBroken(Path directory, Exception cause) {
        super("the key files in " + directory + " are broken", cause);
    }
}
