package io.tongban.permit.publication.draft;

import io.tongban.engine.deadline.Deadline;
import io.tongban.engine.deadline.DeadlinePassed;
import io.tongban.engine.document.DocumentInvalid;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.document.Mistake;
import io.tongban.engine.library.PublishedStandard;
import io.tongban.engine.library.Standards;
import io.tongban.engine.suite.FailedCase;
import io.tongban.engine.suite.Suite;
import io.tongban.engine.suite.SuiteOutcome;
import io.tongban.permit.publication.DraftedText;
import io.tongban.permit.publication.PublicationProblem;
import io.tongban.permit.publication.PublishedVersion;
import io.tongban.permit.publication.PublishedVersions;
import io.tongban.permit.publication.Timeline;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads a draft as every replica will, and runs its suites through the code that decides real cases. */
@Component
class DraftExamination {

    private static final String DOCUMENT = "document";
    private static final int MOST_FAILURES_SHOWN = 50;

    private final PublishedVersions versions;
    private final DraftProperties limits;
    private final BusinessClock clock;
    private final Clock systemClock;

    DraftExamination(PublishedVersions versions, DraftProperties limits, BusinessClock clock, Clock systemClock) {
        this.versions = versions;
        this.limits = limits;
        this.clock = clock;
        this.systemClock = systemClock;
    }

    /** What a text says of itself. */
    static DraftedText text(String document) {
        try {
            return DraftedText.read(DocumentNode.read(DOCUMENT, document));
        } catch (DocumentInvalid mistake) {
            throw problem(mistake);
        }
    }

    /** The effective standard; a layer that is never in force alone has to read by itself too. */
    PublishedStandard standard(Draft draft) {
        try {
            DocumentNode document = DocumentNode.read(DOCUMENT, draft.document());
            List<DocumentNode> lower = versions.of(draft.item()).stream()
                    .map(other -> DocumentNode.read(other.name(), other.document()))
                    .toList();
            Standards.requireOnBase(document, lower);
            return PublishedStandard.read(document, lower);
        } catch (DocumentInvalid mistake) {
            throw problem(mistake);
        }
    }

    /** Runs all suites; a layer that is never in force alone has none to pass: only what lies on it can be tried. */
    SuiteOutcome test(Draft draft, PublishedStandard standard) {
        Instant end = systemClock.instant().plus(limits.testWithin());
        Deadline deadline = () -> !systemClock.instant().isBefore(end);
        if (!text(draft.document()).inForceAlone()) {
            return new SuiteOutcome(0, List.of());
        }
        List<Suite> suites = suites(draft);
        int cases = suites.stream().mapToInt(Suite::size).sum();
        if (cases == 0) {
            throw Problem.of(PublicationProblem.SUITE_MISSING)
                    .with("item", draft.item())
                    .with("version", draft.version());
        }
        requireNotTooMany(suites, cases);
        Standards alone = Standards.of(standard);
        int passed = 0;
        List<FailedCase> failures = new ArrayList<>();
        try {
            for (Suite suite : suites) {
                SuiteOutcome outcome = suite.run(alone, deadline);
                passed += outcome.passed();
                failures.addAll(outcome.failures());
            }
        } catch (DeadlinePassed passedBy) {
            throw Problem.of(PublicationProblem.SUITE_TOO_LONG)
                    .with("at", passedBy.at())
                    .with("cases", cases)
                    .with("withinSeconds", limits.testWithin().toSeconds());
        }
        if (!failures.isEmpty()) {
            throw Problem.of(PublicationProblem.SUITE_FAILED)
                    .with("passed", passed)
                    .with("failed", failures.size())
                    .with(
                            "failures",
                            failures.stream()
                                    .limit(MOST_FAILURES_SHOWN)
                                    .map(DraftExamination::shown)
                                    .toList());
        }
        return new SuiteOutcome(passed, failures);
    }

    private void requireNotTooMany(List<Suite> suites, int cases) {
        int before = 0;
        for (int i = 0; i < suites.size(); i++) {
            Suite suite = suites.get(i);
            int left = limits.mostCases() - before;
            if (suite.size() > left) {
                throw problem(new DocumentInvalid(
                        suiteName(i + 1),
                        suite.lineOf(left),
                        "the suites have " + cases + " cases",
                        "keep " + limits.mostCases() + "; cases that test the same border are one"));
            }
            before += suite.size();
        }
    }

    /** The versions of the item as they will be, if the draft may begin when it says. */
    Timeline timeline(Draft draft) {
        DraftedText text = text(draft.document());
        List<PublishedVersion> published = versions.of(draft.item());
        LocalDate tomorrow = clock.today().plusDays(1);
        if (text.inForceAlone()
                && text.from().isBefore(tomorrow)
                && published.stream().anyMatch(PublishedVersion::inForceAlone)) {
            throw Problem.of(PublicationProblem.VERSION_BEGINS_TOO_EARLY)
                    .with("from", text.from().toString())
                    .with("earliestOn", tomorrow.toString());
        }
        PublishedVersion next = text.published(draft.document(), null, draft.id(), draft.draftedBy(), clock.today());
        Timeline.taken(published, next).ifPresent(other -> {
            throw taken(other);
        });
        List<PublishedVersion> all = new ArrayList<>(published);
        all.add(next);
        return Timeline.of(all);
    }

    static Problem taken(PublishedVersion other) {
        return Problem.of(PublicationProblem.PERIOD_TAKEN)
                .with("other", other.version())
                .with("from", other.from().toString())
                .with("until", other.until() == null ? null : other.until().toString());
    }

    private static List<Suite> suites(Draft draft) {
        try {
            List<Suite> suites = new ArrayList<>();
            for (String text : draft.suites()) {
                suites.add(Suite.read(DocumentNode.read(suiteName(suites.size() + 1), text)));
            }
            return suites;
        } catch (DocumentInvalid mistake) {
            throw problem(mistake);
        }
    }

    private static String suiteName(int position) {
        return "suite " + position;
    }

    private static Map<String, Object> shown(FailedCase failure) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("file", failure.file());
        shown.put("line", failure.line());
        shown.put("title", failure.title());
        shown.put("differences", failure.differences());
        return shown;
    }

    /** The first mistake as the problem itself, and all of them as a list. */
    private static Problem problem(DocumentInvalid mistaken) {
        return Problem.of(PublicationProblem.DOCUMENT_INVALID)
                .with("file", mistaken.file())
                .with("line", mistaken.line())
                .with("what", mistaken.problem())
                .with("remedy", mistaken.remedy())
                .with(
                        "mistakes",
                        mistaken.mistakes().stream()
                                .limit(MOST_FAILURES_SHOWN)
                                .map(DraftExamination::shown)
                                .toList());
    }

    private static Map<String, Object> shown(Mistake mistake) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("file", mistake.file());
        shown.put("line", mistake.line());
        shown.put("what", mistake.problem());
        shown.put("remedy", mistake.remedy());
        return shown;
    }
}
