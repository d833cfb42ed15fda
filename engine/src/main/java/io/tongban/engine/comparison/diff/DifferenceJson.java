package io.tongban.engine.comparison.diff;

import io.tongban.engine.canonical.CanonicalJson;
import io.tongban.engine.comparison.person.Domain;
import io.tongban.engine.comparison.person.Person;
import io.tongban.engine.comparison.person.RowSpan;
import io.tongban.engine.comparison.person.Version;
import io.tongban.engine.contributions.record.ContributionRow;
import io.tongban.engine.papers.Paper;
import io.tongban.engine.rule.NamedPaper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A difference as JSON for machines; an assessment in it is the canonical one that a case would have. */
public final class DifferenceJson {

    private DifferenceJson() {}

    public static String of(Difference difference) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("item", difference.before().standard().item());
        tree.put("before", version(difference.before()));
        tree.put("after", version(difference.after()));
        tree.put(
                "changes",
                difference.changes().stream().map(DifferenceJson::change).toList());
        tree.put(
                "witnesses",
                difference.witnesses().stream().map(DifferenceJson::witness).toList());
        return CanonicalJson.of(tree);
    }

    private static Map<String, String> version(Version version) {
        return Map.of(
                "version", version.standard().version(),
                "digest", version.standard().digest());
    }

    private static Map<String, @Nullable Object> change(Change change) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("path", change.path());
        tree.put("before", change.before());
        tree.put("after", change.after());
        return tree;
    }

    private static Map<String, @Nullable Object> witness(Witness witness) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("route", witness.route());
        tree.put("criterion", witness.criterion());
        tree.put("bound", bound(witness.bound()));
        tree.put("tried", witness.tried());
        Witness.Found found = witness.found();
        tree.put("person", found == null ? null : person(found.person()));
        tree.put("before", found == null ? null : assessment(found.treatment().before()));
        tree.put("after", found == null ? null : assessment(found.treatment().after()));
        return tree;
    }

    private static Map<String, @Nullable Object> bound(Domain.Extent extent) {
        return Map.of(
                "persons", extent.persons(),
                "dimensions", extent.dimensions(),
                "completeTo", extent.completeTo(),
                "drawn", extent.drawn());
    }

    private static @Nullable Map<String, @Nullable Object> assessment(Treatment.@Nullable Made made) {
        if (made == null) {
            return null;
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        Map<String, String> states = new LinkedHashMap<>();
        made.assessment()
                .criteria()
                .forEach(result -> states.put(result.id(), result.state().name()));
        tree.put("outcome", made.assessment().outcome().name());
        tree.put("criteria", states);
        tree.put("readyOn", text(made.assessment().readyOn()));
        tree.put(
                "missing",
                made.assessment().missing().stream().map(NamedPaper::toString).toList());
        tree.put("digest", made.assessment().canonical().digest());
        return tree;
    }

    private static Map<String, @Nullable Object> person(Person person) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("appliedOn", person.appliedOn().toString());
        tree.put("recordAsOf", person.recordAsOf().toString());
        tree.put("idNumber", person.idNumber());
        tree.put("registeredOn", text(person.residence().registeredOn()));
        tree.put("waived", person.residence().waived());
        tree.put("answers", person.answers());
        tree.put("papers", person.papers().stream().map(DifferenceJson::paper).toList());
        List<Object> records = new ArrayList<>();
        RowSpan.of(person.rows()).forEach(span -> records.add(row(span)));
        tree.put("records", records);
        tree.put("silence", person.silence().extent().name());
        tree.put("silentAreas", person.silence().areas());
        return tree;
    }

    private static Map<String, @Nullable Object> paper(Paper paper) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("kind", paper.kind());
        tree.put("unit", paper.unit());
        tree.put("unitName", paper.unitName());
        tree.put("from", text(paper.from()));
        tree.put("until", text(paper.until()));
        tree.put("says", paper.says());
        return tree;
    }

    private static Map<String, @Nullable Object> row(RowSpan span) {
        ContributionRow row = span.row();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("months", span.months());
        tree.put("kind", row.kind());
        tree.put("unit", row.unit());
        tree.put("unitKind", row.unitKind().name());
        tree.put("area", row.area());
        tree.put("type", row.type());
        tree.put("base", text(row.base()));
        tree.put("amount", text(row.amount()));
        tree.put("posted", row.posted().code());
        tree.put("postedMonth", text(row.postedMonth()));
        return tree;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
