/** Checks of the descriptions that the tests of the services write. */
@NullMarked
package io.tongban.api;

import org.jspecify.annotations.NullMarked;
