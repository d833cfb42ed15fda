/** Who may read a case and take acts on it, and in which shape it is answered. */
@NullMarked
package io.tongban.permit.casefile.view;

import org.jspecify.annotations.NullMarked;
