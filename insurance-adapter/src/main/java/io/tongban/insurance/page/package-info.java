/** The pages of a bureau: bytes become text, text becomes rows, and what is no whole page is none. */
@ApplicationModule(allowedDependencies = "record")
@NullMarked
package io.tongban.insurance.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
