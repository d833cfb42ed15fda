package io.tongban.engine.assessment;

import io.tongban.engine.basis.LegalBasis;
import io.tongban.engine.basis.Origin;
import io.tongban.engine.contributions.ContributionMonth;
import io.tongban.engine.contributions.ContributionRun;
import io.tongban.engine.contributions.ContributionUnit;
import io.tongban.engine.papers.Paper;
import io.tongban.engine.rule.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An assessment as a tree of maps, lists and texts: the shape that its JSON has. */
final class AssessmentTree {

    private AssessmentTree() {}

    static Map<String, @Nullable Object> of(Assessment assessment) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("item", assessment.standard().item());
        tree.put(
                "standard",
                Map.of(
                        "item", assessment.standard().item(),
                        "version", assessment.standard().version(),
                        "digest", assessment.standard().digest()));
        tree.put("route", assessment.route());
        tree.put("appliedOn", assessment.appliedOn().toString());
        tree.put("asOf", text(assessment.asOf()));
        tree.put("outcome", assessment.outcome().name());
        tree.put(
                "criteria",
                assessment.criteria().stream().map(AssessmentTree::criterion).toList());
        tree.put("readyOn", text(assessment.readyOn()));
        tree.put("through", text(assessment.through()));
        tree.put("missing", texts(assessment.missing()));
        tree.put(
                "lapsing",
                assessment.lapsing().stream()
                        .map(lapse -> Map.of(
                                "paper",
                                lapse.paper().toString(),
                                "on",
                                lapse.on().toString()))
                        .toList());
        tree.put(
                "months",
                assessment.months().stream().map(AssessmentTree::month).toList());
        tree.put("run", assessment.run() == null ? null : run(assessment.run()));
        tree.put("flags", assessment.flags().stream().map(Enum::name).toList());
        return tree;
    }

    private static Map<String, @Nullable Object> criterion(CriterionResult result) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", result.id());
        tree.put("name", text(result.name()));
        tree.put("state", result.state().name());
        tree.put("basis", result.basis().stream().map(AssessmentTree::basis).toList());
        tree.put("figures", result.figures());
        tree.put(
                "reasons", result.reasons().stream().map(AssessmentTree::reason).toList());
        tree.put("missing", texts(result.missing()));
        tree.put("metOn", text(result.metOn()));
        tree.put("suggested", text(result.suggested()));
        tree.put(
                "decidedFrom",
                result.decidedFrom().stream().map(AssessmentTree::decidedFrom).toList());
        tree.put("alternative", result.alternative());
        tree.put("origin", origin(result.origin()));
        return tree;
    }

    private static Map<String, @Nullable Object> decidedFrom(DecidedFrom from) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        Paper paper = from.paper();
        tree.put("name", text(from.name()));
        if (paper == null) {
            tree.put("register", from.register());
            tree.put("asOf", text(from.asOf()));
        } else {
            tree.put("paper", paper.kind());
            tree.put("unit", paper.unit());
            tree.put("unitName", paper.unitName());
            tree.put("from", text(paper.from()));
            tree.put("until", text(paper.until()));
            tree.put("says", paper.says());
        }
        return tree;
    }

    private static Map<String, @Nullable Object> basis(LegalBasis basis) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", basis.id());
        tree.put("source", text(basis.source()));
        tree.put("article", text(basis.article()));
        tree.put("reference", basis.reference());
        return tree;
    }

    private static Map<String, ?> origin(Origin origin) {
        return Map.of("layer", origin.layer(), "version", origin.version());
    }

    private static Map<String, ?> reason(Reason reason) {
        return Map.of(
                "code", reason.code(),
                "figures", reason.figures(),
                "reason", text(reason.reason()),
                "remedy", text(reason.remedy()));
    }

    private static Map<String, ?> month(ContributionMonth month) {
        return Map.of(
                "month", month.month().toString(),
                "state", month.state().name(),
                "unread", month.unread(),
                "flags", month.flags().stream().map(Enum::name).toList(),
                "units", month.units().stream().map(AssessmentTree::unit).toList());
    }

    private static Map<String, ?> unit(ContributionUnit unit) {
        return Map.of("code", unit.code(), "kind", unit.kind().name(), "name", unit.name());
    }

    private static Map<String, @Nullable Object> run(ContributionRun run) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("counted", run.counted());
        tree.put("first", text(run.first()));
        tree.put("last", text(run.last()));
        tree.put("pending", texts(run.pending()));
        tree.put("gap", texts(run.gap()));
        return tree;
    }

    private static Map<String, String> text(Text text) {
        return Map.of("zh", text.zh(), "en", text.en());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static List<String> texts(List<?> values) {
        return values.stream().map(Object::toString).toList();
    }
}
