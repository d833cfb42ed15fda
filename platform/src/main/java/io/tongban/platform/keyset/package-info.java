/** Publishes the public keys of a service's signatures. */
@NullMarked
package io.tongban.platform.keyset;

import org.jspecify.annotations.NullMarked;
