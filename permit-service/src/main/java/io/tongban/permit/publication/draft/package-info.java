/** Drafts of versions, and the steps that lead from a text to its publication. */
@NullMarked
package io.tongban.permit.publication.draft;

import org.jspecify.annotations.NullMarked;
