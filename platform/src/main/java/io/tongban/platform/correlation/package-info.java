/** What ties the log lines of one call together across services: request id and trace. */
@NullMarked
package io.tongban.platform.correlation;

import org.jspecify.annotations.NullMarked;
