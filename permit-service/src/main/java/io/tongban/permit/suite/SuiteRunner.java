package io.tongban.permit.suite;

import io.tongban.permit.assessment.Assessment;
import io.tongban.permit.assessment.Assessor;
import io.tongban.permit.document.DocumentInvalid;
import io.tongban.permit.document.DocumentNode;
import io.tongban.permit.standard.NoStandardInForce;
import io.tongban.permit.standard.Standards;
import io.tongban.permit.standard.UnknownStandard;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Runs suites, prints what differs, and counts. */
final class SuiteRunner {

    private static final Pattern CASES = Pattern.compile("(?m)^cases[ \t]*:");
    private static final String[] SUITE_KEYS = {"standard", "version", "route", "settings", "cases", "title", "why"};

    private final WhatIfStandards standards;
    private final PrintWriter out;
    private final Assessor assessor = new Assessor();
    private int passed;
    private int failed;

    SuiteRunner(Standards standards, PrintWriter out) {
        this.standards = new WhatIfStandards(standards);
        this.out = out;
    }

    int passed() {
        return passed;
    }

    int failed() {
        return failed;
    }

    /** A folder may hold standards too. */
    static boolean isSuite(Path file) {
        try {
            return CASES.matcher(Files.readString(file)).find();
        } catch (IOException unreadable) {
            return true; // is said when it is run
        }
    }

    /** False if the file is no suite; then none of it ran. */
    boolean run(Path file) {
        DocumentNode suite;
        List<DocumentNode> cases;
        try {
            suite = DocumentNode.read(file.toString(), Files.readString(file));
            suite.members(SUITE_KEYS);
            suite.get("standard").text();
            cases = suite.get("cases").items();
        } catch (DocumentInvalid refused) {
            out.println(refused.getMessage());
            return false;
        } catch (IOException unreadable) {
            out.println(file + ": cannot be read\n  remedy: write it as UTF-8 text");
            return false;
        }
        int passedBefore = passed;
        int failedBefore = failed;
        cases.forEach(node -> run(suite, node));
        out.println(file + ": " + (passed - passedBefore) + " of " + (passed - passedBefore + failed - failedBefore)
                + " as expected");
        return true;
    }

    private void run(DocumentNode suite, DocumentNode node) {
        List<String> differences = differences(suite, node);
        if (differences.isEmpty()) {
            passed++;
            return;
        }
        failed++;
        out.println("FAILED " + node.file() + ":" + node.line() + " " + title(node));
        differences.forEach(difference -> out.println("  " + difference));
    }

    private List<String> differences(DocumentNode suite, DocumentNode node) {
        try {
            SuiteCase suiteCase = SuiteCase.read(suite, node, standards);
            Assessment assessment = assessor.assess(suiteCase.standard(), suiteCase.route(), suiteCase.facts());
            return Expectation.differences(suiteCase.expected(), assessment);
        } catch (DocumentInvalid malformed) {
            return List.of(malformed.getMessage());
        } catch (NoStandardInForce | UnknownStandard unknown) {
            return List.of(node.invalid(
                            Objects.toString(unknown.getMessage(), ""),
                            "name an item, version and route that there is, or another date")
                    .getMessage());
        }
    }

    private static String title(DocumentNode node) {
        if (!node.isMap()) {
            return "";
        }
        Map<String, DocumentNode> members = node.members();
        return words(members.get("id")) + " " + words(members.get("title"));
    }

    private static String words(@Nullable DocumentNode node) {
        return node == null || node.isMap() || node.isList() || node.isNull() ? "" : node.text();
    }
}
