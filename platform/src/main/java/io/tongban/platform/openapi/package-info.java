/** The description of a service's interface at {@code /openapi}: what the signatures of its controllers do not say. */
@NullMarked
package io.tongban.platform.openapi;

import org.jspecify.annotations.NullMarked;
