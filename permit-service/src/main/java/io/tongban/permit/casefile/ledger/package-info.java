/** What happened to a case: append-only, each event sealed by the hash of the one before it. */
@NamedInterface("ledger")
@NullMarked
package io.tongban.permit.casefile.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
