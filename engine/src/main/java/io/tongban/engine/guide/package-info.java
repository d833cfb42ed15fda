/** What the public reads of a standard: a page in Chinese and English, in HTML and PDF, and a description (CPSV-AP) in JSON-LD. */
@NullMarked
package io.tongban.engine.guide;

import org.jspecify.annotations.NullMarked;
