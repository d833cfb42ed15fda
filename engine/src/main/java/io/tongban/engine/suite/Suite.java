package io.tongban.engine.suite;

import io.tongban.engine.assessment.Assessor;
import io.tongban.engine.deadline.Deadline;
import io.tongban.engine.deadline.DeadlinePassed;
import io.tongban.engine.document.DocumentInvalid;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.library.NoStandardInForce;
import io.tongban.engine.library.Standards;
import io.tongban.engine.standard.UnknownStandard;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Cases with what is expected of them, as one document. */
public final class Suite {

    private final DocumentNode root;
    private final List<DocumentNode> cases;
    private final Assessor assessor = new Assessor();

    private Suite(DocumentNode root, List<DocumentNode> cases) {
        this.root = root;
        this.cases = cases;
    }

    /**
     * The suite of a document, whose cases are looked at when they are run.
     *
     * @throws DocumentInvalid if it is no suite
     */
    public static Suite read(DocumentNode root) {
        root.find("suite").ifPresent(SuiteKeys.SUITE.shape("suite")::require);
        SuiteKeys.SUITE.members(root);
        root.get("standard").text();
        return new Suite(root, root.get("cases").items());
    }

    public int size() {
        return cases.size();
    }

    /** The line on which a case begins, the first case being 0. */
    public int lineOf(int number) {
        return cases.get(number).line();
    }

    /**
     * Runs every case, whatever becomes of the others.
     *
     * @throws DeadlinePassed if that is not done in time
     */
    public SuiteOutcome run(Standards standards, Deadline deadline) {
        WhatIfStandards whatIf = new WhatIfStandards(standards);
        List<FailedCase> failed = new ArrayList<>();
        for (DocumentNode node : cases) {
            deadline.check(() -> node.file() + ":" + node.line());
            List<String> differences = differences(node, whatIf);
            if (!differences.isEmpty()) {
                failed.add(new FailedCase(node.file(), node.line(), title(node), differences));
            }
        }
        return new SuiteOutcome(cases.size() - failed.size(), failed);
    }

    private List<String> differences(DocumentNode node, WhatIfStandards standards) {
        try {
            SuiteCase suiteCase = SuiteCase.read(root, node, standards);
            return suiteCase.route() == null
                    ? Expectation.differences(
                            suiteCase.expected(), assessor.assessAll(suiteCase.standard(), suiteCase.facts()))
                    : Expectation.differences(
                            suiteCase.expected(),
                            assessor.assess(suiteCase.standard(), suiteCase.route(), suiteCase.facts()));
        } catch (ArithmeticException | DateTimeException | IllegalStateException | IllegalArgumentException absurd) {
            // A standard or a case with figures that no rule can work with fails as a case; it must not stop the
            // others.
            return List.of(Objects.toString(
                    node.invalid("it cannot be assessed: " + absurd.getMessage(), "look for a figure out of all bounds")
                            .getMessage(),
                    ""));
        } catch (DocumentInvalid malformed) {
            return List.of(Objects.toString(malformed.getMessage(), ""));
        } catch (NoStandardInForce | UnknownStandard unknown) {
            return List.of(Objects.toString(
                    node.invalid(
                                    Objects.toString(unknown.getMessage(), ""),
                                    "name an item, version and route that there is, or another date")
                            .getMessage(),
                    ""));
        } catch (
                RuntimeException
                        failure) { // such as a rule without a value for these facts; the other cases are run too
            return List.of(Objects.toString(
                    node.invalid("cannot be assessed: " + failure.getMessage(), "mend the rule that it names")
                            .getMessage(),
                    ""));
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
