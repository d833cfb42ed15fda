package io.tongban.permit.casefile.suite;

import io.tongban.engine.assessment.Residence;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.papers.Paper;
import io.tongban.engine.papers.PaperState;
import io.tongban.engine.standard.Standard;
import io.tongban.engine.suite.SuiteFacts;
import io.tongban.engine.visibility.CorrectionGround;
import io.tongban.engine.visibility.SeenFacts;
import io.tongban.engine.visibility.SeenPaper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The facts of a case as a suite writes them: what was entered, and what became known of it later, each with its moment. */
final class WrittenFacts {

    private final DocumentNode written;
    private final Standard standard;
    private final List<Change> changes = new ArrayList<>();

    /** Something that is entered or found. */
    private record Change(LocalDateTime at, UnaryOperator<SeenFacts> change) {}

    WrittenFacts(DocumentNode written, Standard standard) {
        this.written = written;
        this.standard = standard;
        items("answers").forEach(this::addAnswers);
        items("papers").forEach(this::addPaper);
        items("corrections").forEach(this::addCorrection);
        items("defects").forEach(defect -> add(defect, facts -> facts.defective(id(defect))));
        items("findings").forEach(finding -> {
            PaperState as = finding.get("as").constant(PaperState.class);
            add(finding, facts -> facts.found(event(finding), id(finding), as));
        });
    }

    /** What is known at that moment. */
    SeenFacts until(LocalDateTime moment) {
        LocalDate first = written.get("looks").items().getFirst().get("on").date();
        SeenFacts facts = SeenFacts.since(
                LooksInTurn.event(first.atStartOfDay()),
                SuiteFacts.identity(written.find("applicant")),
                SuiteFacts.residence(written.find("residence"), first));
        for (Change change :
                changes.stream().sorted(Comparator.comparing(Change::at)).toList()) {
            if (!change.at().isAfter(moment)) {
                facts = change.change().apply(facts);
            }
        }
        return facts;
    }

    private void addAnswers(DocumentNode answers) {
        answers.members().forEach((question, answer) -> {
            if (!question.equals("on")) {
                String given = SuiteFacts.answer(question, answer, standard);
                add(answers, facts -> facts.answered(event(answers), question, given));
            }
        });
    }

    private void addPaper(DocumentNode shown) {
        LocalDateTime at = shown.find("shownAt")
                .map(time -> shown.get("shownOn").date().atTime(LocalTime.parse(time.text())))
                .orElseGet(() -> shown.get("shownOn").date().atStartOfDay());
        UUID id = id(shown.get("id"));
        Paper paper = SuiteFacts.paper(shown, standard);
        changes.add(new Change(at, facts -> facts.shown(LooksInTurn.event(at), id, paper)));
    }

    private void addCorrection(DocumentNode correction) {
        CorrectionGround as = correction.get("as").constant(CorrectionGround.class);
        DocumentNode is = correction.get("is");
        if (correction.find("paper").isPresent()) {
            UUID id = id(correction);
            String field = correction.get("field").text();
            add(
                    correction,
                    facts -> facts.corrected(event(correction), as, id, corrected(paper(facts, id), field, is)));
            return;
        }
        String fact = correction.get("fact").text();
        String last = fact.substring(fact.indexOf('.') + 1);
        if (fact.startsWith("answers.")) {
            String answer = SuiteFacts.answer(last, is, standard);
            add(correction, facts -> facts.corrected(event(correction), as, last, answer));
        } else {
            add(correction, facts -> facts.corrected(event(correction), as, corrected(residence(facts), last, is)));
        }
    }

    private static Residence residence(SeenFacts facts) {
        return new Residence(
                facts.registeredOn().today().orElse(null), facts.waived().today());
    }

    private static Residence corrected(Residence residence, String field, DocumentNode is) {
        return switch (field) {
            case "registeredOn" -> new Residence(day(is), residence.waived());
            case "waived" -> new Residence(residence.registeredOn(), is.flag());
            default -> throw new IllegalStateException("the facts were checked: " + field);
        };
    }

    private static Paper paper(SeenFacts facts, UUID id) {
        SeenPaper shown = facts.papers().get(id);
        return Objects.requireNonNull(shown, "a correction is of a paper that was shown")
                .today();
    }

    private static Paper corrected(Paper paper, String field, DocumentNode is) {
        return switch (field) {
            case "unit" -> changed(paper, text(is), paper.unitName(), paper.from(), paper.until());
            case "unitName" -> changed(paper, paper.unit(), text(is), paper.from(), paper.until());
            case "from" -> changed(paper, paper.unit(), paper.unitName(), day(is), paper.until());
            case "until" -> changed(paper, paper.unit(), paper.unitName(), paper.from(), day(is));
            default -> throw new IllegalStateException("the fields were checked: " + field);
        };
    }

    private static Paper changed(
            Paper paper,
            @Nullable String unit,
            @Nullable String unitName,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        return new Paper(paper.kind(), unit, unitName, from, until, paper.says(), paper.form(), paper.state());
    }

    private static @Nullable String text(DocumentNode node) {
        return node.isNull() ? null : node.text();
    }

    private static @Nullable LocalDate day(DocumentNode node) {
        return node.isNull() ? null : node.date();
    }

    private void add(DocumentNode dated, UnaryOperator<SeenFacts> change) {
        changes.add(new Change(dated.get("on").date().atStartOfDay(), change));
    }

    private static long event(DocumentNode dated) {
        return LooksInTurn.event(dated.get("on").date().atStartOfDay());
    }

    /** The suite calls papers by words of its own. */
    private static UUID id(DocumentNode named) {
        String name = named.isMap() ? named.get("paper").text() : named.text();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private List<DocumentNode> items(String key) {
        return written.find(key).map(DocumentNode::items).orElse(List.of());
    }
}
