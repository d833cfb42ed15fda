/** What holds at the edge for every request, whichever lane and route it takes. */
@NullMarked
package io.tongban.gateway.edge;

import org.jspecify.annotations.NullMarked;
