/** What a service says of its interface, held against what it does. */
@NullMarked
package io.tongban.platform.test.description;

import org.jspecify.annotations.NullMarked;
