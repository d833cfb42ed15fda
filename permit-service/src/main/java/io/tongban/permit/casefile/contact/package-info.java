/** Where applicants want to be told what becomes of their cases. */
@NamedInterface("contact")
@NullMarked
package io.tongban.permit.casefile.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
