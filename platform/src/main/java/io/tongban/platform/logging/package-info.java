/** Which loggers may say how much, whatever the settings say. */
@NullMarked
package io.tongban.platform.logging;

import org.jspecify.annotations.NullMarked;
