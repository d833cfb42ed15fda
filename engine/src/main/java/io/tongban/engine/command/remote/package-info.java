/** The subcommands that talk to a running network: publish, approve, status. */
@NullMarked
package io.tongban.engine.command.remote;

import org.jspecify.annotations.NullMarked;
