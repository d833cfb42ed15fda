/** What is known of a case, each fact with the event from which on it could be seen. */
@NullMarked
package io.tongban.engine.visibility;

import org.jspecify.annotations.NullMarked;
