/** Whole cases by clerks who do not give up while the network fails, and the account of what they were told had been done. */
@NullMarked
package io.tongban.sandbox.fault;

import org.jspecify.annotations.NullMarked;
