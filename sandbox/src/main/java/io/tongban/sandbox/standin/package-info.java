/** What is outside of the network and is told by it: the gateway of short messages, and a partner's address. */
@NullMarked
package io.tongban.sandbox.standin;

import org.jspecify.annotations.NullMarked;
