package io.tongban.engine.suite;

import io.tongban.engine.assessment.Identity;
import io.tongban.engine.assessment.Residence;
import io.tongban.engine.contributions.record.ContributionRecord;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.papers.Paper;
import io.tongban.engine.standard.PaperKind;
import io.tongban.engine.standard.Question;
import io.tongban.engine.standard.Standard;
import io.tongban.form.IdentityNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The facts of an applicant as suites write them, whatever the suite tests. */
public final class SuiteFacts {

    private static final String SOME_NUMBER = "339999199001010013";
    private static final int YEARS_REGISTERED = 2;
    private static final int MOST_PAPERS = 500;

    private SuiteFacts() {}

    /**
     * What the sources answered on a day; null where the standard asks no source for the route, and there are no rows.
     *
     * @param node with {@code records} and what was silent
     */
    public static @Nullable ContributionRecord record(
            DocumentNode node, LocalDate on, Standard standard, @Nullable String route) {
        return SuiteRecord.read(node, on, standard, route);
    }

    /** Answers to the standard's questions. */
    static Map<String, String> answers(Optional<DocumentNode> node, Standard standard) {
        Map<String, String> answers = new LinkedHashMap<>();
        node.map(DocumentNode::members)
                .orElse(Map.of())
                .forEach((id, answer) -> answers.put(id, answer(id, answer, standard)));
        return answers;
    }

    /** An answer to a question of the standard. */
    public static String answer(String id, DocumentNode answer, Standard standard) {
        Question question = standard.questions()
                .find(id)
                .orElseThrow(() -> answer.invalid("the standard does not ask '" + id + "'", "take it out"));
        if (!question.accepts(answer.text())) {
            throw answer.invalid(
                    "'" + answer.text() + "' is no answer to '" + id + "'",
                    question.allowed().isEmpty()
                            ? "write a " + question.kind().name().toLowerCase(Locale.ROOT)
                            : "write one of " + String.join(", ", question.allowed()));
        }
        return answer.text();
    }

    /** The number of the applicant, or some number that is valid. */
    public static Identity identity(Optional<DocumentNode> node) {
        String number = node.flatMap(applicant -> applicant.find("idNumber"))
                .map(DocumentNode::text)
                .orElse(SOME_NUMBER);
        return Identity.of(IdentityNumber.of(number));
    }

    /** The registration; where nothing is written one of two years before. */
    public static Residence residence(Optional<DocumentNode> node, LocalDate appliedOn) {
        if (node.isEmpty()) {
            return new Residence(appliedOn.minusYears(YEARS_REGISTERED), false);
        }
        Map<String, DocumentNode> members = node.get().members();
        DocumentNode waived = members.get("waived");
        return new Residence(date(members.get("registeredOn")), waived != null && waived.flag());
    }

    static @Nullable List<Paper> papers(Optional<DocumentNode> node, Standard standard) {
        if (node.isEmpty()) {
            return null;
        }
        List<Paper> papers = new ArrayList<>();
        for (DocumentNode item : node.get().items()) {
            if (papers.size() == MOST_PAPERS) {
                throw item.invalid(
                        "the case has more than " + MOST_PAPERS + " papers", "leave out papers that change nothing");
            }
            papers.add(paper(item, standard));
        }
        return papers;
    }

    /** A paper of a kind that the standard knows. */
    public static Paper paper(DocumentNode item, Standard standard) {
        Map<String, DocumentNode> members = item.members();
        DocumentNode kind = item.get("kind");
        if (!standard.paperKinds().contains(kind.text())) {
            throw kind.invalid(
                    "the standard knows no paper '" + kind.text() + "'",
                    DocumentNode.nearest(kind.text(), List.copyOf(standard.paperKinds()))
                            .map(known -> "write '" + known + "'")
                            .orElse("use one of "
                                    + String.join(
                                            ", ",
                                            standard.paperKinds().stream()
                                                    .sorted()
                                                    .toList())));
        }
        return new Paper(
                kind.text(),
                text(members.get("unit")),
                text(members.get("unitName")),
                date(members.get("from")),
                date(members.get("until")),
                says(item.find("says"), standard.words().paper(kind.text())));
    }

    private static Map<String, String> says(Optional<DocumentNode> node, PaperKind kind) {
        Map<String, String> says = new LinkedHashMap<>();
        node.map(DocumentNode::members).orElse(Map.of()).forEach((name, value) -> {
            if (!kind.canSay(name, value.text())) {
                throw value.invalid(
                        "the standard knows no such paper that says '" + name + ": " + value.text() + "'",
                        "use one of " + kind.says());
            }
            says.put(name, value.text());
        });
        return says;
    }

    private static @Nullable String text(@Nullable DocumentNode node) {
        return node == null || node.isNull() ? null : node.text();
    }

    private static @Nullable LocalDate date(@Nullable DocumentNode node) {
        return node == null || node.isNull() ? null : node.date();
    }
}
