/** Child processes that do not outlive the launcher, and what they weigh. */
@NullMarked
package io.tongban.sandbox.process;

import org.jspecify.annotations.NullMarked;
