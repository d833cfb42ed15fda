/** Encryption, blind indexes and signatures behind one key interface. */
@NullMarked
package io.tongban.platform.crypto;

import org.jspecify.annotations.NullMarked;
