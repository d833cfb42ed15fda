/** What must hold on a machine before the network is started, and what to do if it does not. */
@NullMarked
package io.tongban.sandbox.preflight;

import org.jspecify.annotations.NullMarked;
