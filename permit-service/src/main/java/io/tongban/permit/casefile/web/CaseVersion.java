package io.tongban.permit.casefile.web;

import io.tongban.permit.casefile.CaseFile;
import io.tongban.permit.casefile.CaseProblem;
import io.tongban.platform.problem.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version of a case as an entity tag. */
final class CaseVersion {

    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})\"");

    private CaseVersion() {}

    static String tag(CaseFile file) {
        return "\"" + file.version() + "\"";
    }

    /** The one version that the caller saw; any other tag matches no case. */
    static long required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(CaseProblem.CASE_VERSION_MISSING);
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Problem.of(CaseProblem.CASE_CHANGED);
        }
        return Long.parseLong(tag.group(1));
    }
}
