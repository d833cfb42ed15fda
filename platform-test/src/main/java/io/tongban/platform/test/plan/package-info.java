/** What the database does for each statement that a service sends, as if it had been in use for years. */
@NullMarked
package io.tongban.platform.test.plan;

import org.jspecify.annotations.NullMarked;
