/** A decided case as one document, and the command that makes its assessment again from it. */
@NamedInterface("export")
@NullMarked
package io.tongban.permit.casefile.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
