package io.tongban.engine.assessment;

import io.tongban.engine.basis.LegalBasis;
import io.tongban.engine.canonical.CanonicalWriter;
import io.tongban.engine.canonical.CanonicalWriter.Written;
import io.tongban.engine.contributions.ContributionMonth;
import io.tongban.engine.contributions.ContributionRun;
import io.tongban.engine.contributions.ContributionUnit;
import io.tongban.engine.papers.Lapse;
import io.tongban.engine.papers.Paper;
import io.tongban.engine.rule.Text;
import io.tongban.engine.standard.StandardReference;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An assessment in the one form of its JSON; each object has its members in the order of RFC 8785. */
final class CanonicalAssessment {

    private final CanonicalWriter json = new CanonicalWriter();

    private CanonicalAssessment() {}

    static Written of(Assessment assessment) {
        CanonicalAssessment canonical = new CanonicalAssessment();
        canonical.assessment(assessment);
        return canonical.json.written();
    }

    private void assessment(Assessment assessment) {
        StandardReference standard = assessment.standard();
        json.object();
        json.name("appliedOn").text(assessment.appliedOn().toString());
        value("asOf", assessment.asOf());
        each("criteria", assessment.criteria(), this::criterion);
        each("flags", assessment.flags(), flag -> json.text(flag.name()));
        json.name("item").text(standard.item());
        each("lapsing", assessment.lapsing(), this::lapse);
        each("missing", assessment.missing(), this::element);
        each("months", assessment.months(), this::month);
        json.name("outcome").text(assessment.outcome().name());
        value("readyOn", assessment.readyOn());
        json.name("route").text(assessment.route());
        json.name("run");
        run(assessment.run());
        json.name("standard").object();
        json.name("digest").text(standard.digest());
        json.name("item").text(standard.item());
        json.name("version").text(standard.version()).endObject();
        value("through", assessment.through());
        json.endObject();
    }

    private void criterion(CriterionResult result) {
        json.object();
        json.name("alternative").text(result.alternative());
        each("basis", result.basis(), this::basis);
        each("decidedFrom", result.decidedFrom(), this::decidedFrom);
        json.name("figures").texts(result.figures());
        json.name("id").text(result.id());
        value("metOn", result.metOn());
        each("missing", result.missing(), this::element);
        words("name", result.name());
        json.name("origin").object();
        json.name("layer").text(result.origin().layer());
        json.name("version").text(result.origin().version()).endObject();
        each("reasons", result.reasons(), this::reason);
        json.name("state").text(result.state().name());
        value("suggested", result.suggested());
        json.endObject();
    }

    private void decidedFrom(DecidedFrom from) {
        Paper paper = from.paper();
        json.object();
        if (paper == null) {
            value("asOf", from.asOf());
            words("name", from.name());
            json.name("register").text(from.register());
        } else {
            ifStated("form", paper.form());
            value("from", paper.from());
            words("name", from.name());
            json.name("paper").text(paper.kind());
            json.name("says").texts(paper.says());
            ifStated("state", paper.state());
            json.name("unit").text(paper.unit());
            json.name("unitName").text(paper.unitName());
            value("until", paper.until());
        }
        json.endObject();
    }

    private void basis(LegalBasis basis) {
        json.object();
        words("article", basis.article());
        json.name("id").text(basis.id());
        json.name("reference").text(basis.reference());
        words("source", basis.source());
        json.endObject();
    }

    private void reason(Reason reason) {
        json.object();
        json.name("code").text(reason.code());
        json.name("figures").texts(reason.figures());
        words("reason", reason.reason());
        words("remedy", reason.remedy());
        json.endObject();
    }

    private void lapse(Lapse lapse) {
        json.object();
        json.name("on").text(lapse.on().toString());
        json.name("paper").text(lapse.paper().toString()).endObject();
    }

    private void month(ContributionMonth month) {
        json.object();
        each("flags", month.flags(), flag -> json.text(flag.name()));
        json.name("month").text(month.month().toString());
        json.name("state").text(month.state().name());
        each("units", month.units(), this::unit);
        json.name("unread").flag(month.unread()).endObject();
    }

    private void unit(ContributionUnit unit) {
        json.object();
        json.name("code").text(unit.code());
        json.name("kind").text(unit.kind().name());
        json.name("name").text(unit.name()).endObject();
    }

    private void run(@Nullable ContributionRun run) {
        if (run == null) {
            json.nothing();
            return;
        }
        json.object();
        json.name("counted").number(run.counted());
        value("first", run.first());
        each("gap", run.gap(), this::element);
        value("last", run.last());
        each("pending", run.pending(), this::element);
        json.endObject();
    }

    private void words(String name, Text text) {
        json.name(name).object();
        json.name("en").text(text.en());
        json.name("zh").text(text.zh()).endObject();
    }

    private void value(String name, @Nullable Object value) {
        json.name(name).text(value == null ? null : value.toString());
    }

    /** Not written where it is not stated: assessments that were made before it could be keep their digests. */
    private void ifStated(String name, @Nullable Enum<?> value) {
        if (value != null) {
            json.name(name).text(value.name());
        }
    }

    private void element(Object value) {
        json.text(value.toString());
    }

    private <T> void each(String name, Collection<T> elements, Consumer<? super T> writer) {
        json.name(name).array();
        elements.forEach(writer);
        json.endArray();
    }
}
