/** What a published standard says: routes, criteria, papers, settings, time limits, legal basis and texts. */
@NullMarked
package io.tongban.engine.standard;

import org.jspecify.annotations.NullMarked;
