/** Encrypted connections to others: whose certificates are trusted, and which addresses are refused without encryption. */
@NullMarked
package io.tongban.platform.tls;

import org.jspecify.annotations.NullMarked;
