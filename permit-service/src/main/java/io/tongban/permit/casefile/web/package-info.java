/** The case file over HTTP. */
@NullMarked
package io.tongban.permit.casefile.web;

import org.jspecify.annotations.NullMarked;
