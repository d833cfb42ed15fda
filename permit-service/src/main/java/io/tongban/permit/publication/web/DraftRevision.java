package io.tongban.permit.publication.web;

import io.tongban.permit.publication.PublicationProblem;
import io.tongban.permit.publication.draft.Draft;
import io.tongban.platform.problem.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The revision of a draft as an entity tag. */
final class DraftRevision {

    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,9})\"");

    private DraftRevision() {}

    static String tag(Draft draft) {
        return "\"" + draft.revision() + "\"";
    }

    /** The revision that the caller read: what he approves must be what he saw. */
    static int required(@Nullable String ifMatch) {
        Integer revision = optional(ifMatch);
        if (revision == null) {
            throw Problem.of(PublicationProblem.DRAFT_REVISION_MISSING);
        }
        return revision;
    }

    /** The revision that the caller saw, if he says; any other tag matches none. */
    static @Nullable Integer optional(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return null;
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        return tag.matches() ? Integer.valueOf(tag.group(1)) : 0;
    }
}
