/** What every service does alike; knows no domain word. */
@NullMarked
package io.tongban.platform;

import org.jspecify.annotations.NullMarked;
