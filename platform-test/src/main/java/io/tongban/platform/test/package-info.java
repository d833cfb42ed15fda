/** PostgreSQL, tokens and a fixed clock for tests. */
@NullMarked
package io.tongban.platform.test;

import org.jspecify.annotations.NullMarked;
