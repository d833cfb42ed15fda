/** The parts of the network as processes on loopback: databases, sign-in, stand-in, services. */
@NullMarked
package io.tongban.sandbox.network;

import org.jspecify.annotations.NullMarked;
