/** The command line of the standards: it composes what the features offer, and starts no server. */
@NullMarked
package io.tongban.permit.command;

import org.jspecify.annotations.NullMarked;
