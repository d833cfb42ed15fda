/** The divisions of the city over the years: the official lists, and who follows whom. */
@NullMarked
package io.tongban.division;

import org.jspecify.annotations.NullMarked;
