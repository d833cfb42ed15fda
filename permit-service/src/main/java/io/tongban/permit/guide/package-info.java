/**
 * What the public reads of a standard: a page in Chinese and English, for the screen and for A4, and a description for other
 * systems (CPSV-AP), all made from the standard alone.
 */
@ApplicationModule(allowedDependencies = {"canonical", "standard", "document", "cli", "publication"})
@NullMarked
package io.tongban.permit.guide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
