/** What is still to come: the months of a record under a standard's counting rules, and the days on which pending ones post. */
@NullMarked
package io.tongban.engine.forecast;

import org.jspecify.annotations.NullMarked;
