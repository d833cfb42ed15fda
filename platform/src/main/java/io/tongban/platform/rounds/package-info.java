/** Work that every replica does again and again. */
@NullMarked
package io.tongban.platform.rounds;

import org.jspecify.annotations.NullMarked;
