/** Whether all replicas of permit-service have the same standards in force; never part of a call. */
@NullMarked
package io.tongban.gateway.replica;

import org.jspecify.annotations.NullMarked;
