/** The routes: which service answers which address, and what happens when it does not. */
@NullMarked
package io.tongban.gateway.route;

import org.jspecify.annotations.NullMarked;
