/** What stands behind the {@code type} of a problem: each type's page, for everyone, made from the catalogue. */
@NullMarked
package io.tongban.gateway.catalogue;

import org.jspecify.annotations.NullMarked;
