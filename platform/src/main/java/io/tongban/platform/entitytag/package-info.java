/** Versions of a resource as entity tags, and changes that name the version that the caller saw. */
@NullMarked
package io.tongban.platform.entitytag;

import org.jspecify.annotations.NullMarked;
