/** Lists that are read page by page with a cursor. */
@NullMarked
package io.tongban.platform.paging;

import org.jspecify.annotations.NullMarked;
