/** Case suites: facts in, expected assessment out, run through the code that decides real cases and without a server. */
@NullMarked
package io.tongban.engine.suite;

import org.jspecify.annotations.NullMarked;
