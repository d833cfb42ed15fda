/** What holds on every port of a process, that of the management included. */
@NullMarked
package io.tongban.platform.port;

import org.jspecify.annotations.NullMarked;
