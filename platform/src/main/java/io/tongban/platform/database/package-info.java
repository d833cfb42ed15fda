/** The connections to a service's database: who gets how many of them, and what it means when none answers. */
@NullMarked
package io.tongban.platform.database;

import org.jspecify.annotations.NullMarked;
