/** A decided case as one document. */
@NamedInterface("export")
@NullMarked
package io.tongban.permit.casefile.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
