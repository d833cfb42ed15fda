package io.tongban.permit.publication.web;

import io.tongban.engine.basis.LegalBasis;
import io.tongban.engine.basis.LegalSource;
import io.tongban.engine.basis.Origin;
import io.tongban.engine.rule.ReasonText;
import io.tongban.engine.rule.Text;
import io.tongban.engine.standard.Alternative;
import io.tongban.engine.standard.Asked;
import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.Limit;
import io.tongban.engine.standard.PaperKind;
import io.tongban.engine.standard.Question;
import io.tongban.engine.standard.Responsibility;
import io.tongban.engine.standard.Route;
import io.tongban.engine.standard.Setting;
import io.tongban.engine.standard.SettingType;
import io.tongban.engine.standard.Standard;
import io.tongban.permit.law.LawAddress;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An effective standard; every element says the layer that it comes from, and on which article it is based.
 *
 * @param until last day in force, included; null: until the next version begins
 * @param layers the layers that it is made of, the upper first
 * @param names what a notice may name beside single papers
 */
record StandardAnswer(
        String item,
        String version,
        String digest,
        Text name,
        LocalDate from,
        @Nullable LocalDate until,
        List<Origin> layers,
        Responsibility authority,
        Map<String, SourceAnswer> sources,
        Map<String, PaperKind> papers,
        Map<String, Text> names,
        List<Question> questions,
        Map<String, LimitAnswer> limits,
        List<CriterionAnswer> criteria,
        List<RouteAnswer> routes) {

    static StandardAnswer of(Standard standard) {
        return new StandardAnswer(
                standard.item(),
                standard.version(),
                standard.digest(),
                standard.name(),
                standard.inForceFrom(),
                standard.inForceUntil(),
                standard.layers(),
                standard.responsibility(),
                each(standard.words().sources(), SourceAnswer::of),
                standard.words().papers(),
                standard.words().collective(),
                standard.questions().all(),
                each(standard.terms().limits(), LimitAnswer::of),
                standard.criteria().stream().map(CriterionAnswer::of).toList(),
                standard.routes().stream().map(RouteAnswer::of).toList());
    }

    private static <T, R> Map<String, R> each(Map<String, T> named, Function<T, R> shape) {
        Map<String, R> shaped = new LinkedHashMap<>();
        named.forEach((name, value) -> shaped.put(name, shape.apply(value)));
        return shaped;
    }

    /**
     * A law or published list that the standard is based on.
     *
     * @param until last day in force; null: still
     * @param text the name of the file in which the text is kept; null where it is not
     * @param address where the text is opened; null where it is not kept
     */
    record SourceAnswer(
            Text title,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String text,
            @Nullable String address,
            Origin origin) {

        static SourceAnswer of(LegalSource source) {
            return new SourceAnswer(
                    source.title(),
                    source.from(),
                    source.until(),
                    source.text(),
                    addressOf(source.text()),
                    source.origin());
        }
    }

    /**
     * Where something comes from.
     *
     * @param reference where the article is kept; null where no text is
     * @param address where the article is opened; null where no text is kept
     */
    record BasisAnswer(
            String id,
            Text source,
            Text article,
            @Nullable String reference,
            @Nullable String address) {

        static List<BasisAnswer> of(List<LegalBasis> bases) {
            return bases.stream()
                    .map(basis -> new BasisAnswer(
                            basis.id(),
                            basis.source(),
                            basis.article(),
                            basis.reference(),
                            addressOf(basis.reference())))
                    .toList();
        }
    }

    private static @Nullable String addressOf(@Nullable String reference) {
        return reference == null ? null : LawAddress.of(reference);
    }

    /** A figure, word or set of a criterion. */
    record SettingAnswer(SettingType type, Object value, List<BasisAnswer> basis, Origin origin) {

        static SettingAnswer of(Setting setting) {
            return new SettingAnswer(
                    setting.type(), setting.value(), BasisAnswer.of(setting.basis()), setting.origin());
        }
    }

    /** A time limit. */
    record LimitAnswer(int days, Limit.DayUnit unit, boolean endsOnWorkingDay, List<BasisAnswer> basis, Origin origin) {

        static LimitAnswer of(Limit limit) {
            return new LimitAnswer(
                    limit.days(),
                    limit.unit(),
                    limit.endsOnWorkingDay(),
                    BasisAnswer.of(limit.basis()),
                    limit.origin());
        }
    }

    /**
     * One requirement.
     *
     * @param asked false where the standard names it and does not ask for it
     * @param papers what it asks to be brought
     * @param alternatives ways to meet it, of which the best that was brought decides
     * @param texts what the standard says to each reason
     */
    record CriterionAnswer(
            String id,
            Text name,
            boolean asked,
            List<BasisAnswer> basis,
            Map<String, SettingAnswer> settings,
            Asked papers,
            List<AlternativeAnswer> alternatives,
            Map<String, Said> texts,
            Origin origin) {

        static CriterionAnswer of(Criterion criterion) {
            return new CriterionAnswer(
                    criterion.id(),
                    criterion.name(),
                    criterion.asked(),
                    BasisAnswer.of(criterion.basis()),
                    each(criterion.settings().all(), SettingAnswer::of),
                    criterion.papers(),
                    criterion.alternatives().stream().map(AlternativeAnswer::of).toList(),
                    Said.of(criterion.texts()),
                    criterion.origin());
        }
    }

    /** One of several ways to meet a criterion; without a basis of its own it has that of the criterion. */
    record AlternativeAnswer(String id, Asked papers, List<BasisAnswer> basis, Origin origin) {

        static AlternativeAnswer of(Alternative alternative) {
            return new AlternativeAnswer(
                    alternative.id(), alternative.asked(), BasisAnswer.of(alternative.basis()), alternative.origin());
        }
    }

    /** One way to qualify, with the names of what it asks for. */
    record RouteAnswer(String id, Text name, List<String> criteria, Origin origin) {

        static RouteAnswer of(Route route) {
            return new RouteAnswer(
                    route.id(),
                    route.name(),
                    route.criteria().stream().map(Criterion::id).toList(),
                    route.origin());
        }
    }

    /** What the standard says to a reason, with the names of figures in it. */
    record Said(Text reason, Text remedy) {

        static Map<String, Said> of(Map<String, ReasonText> texts) {
            Map<String, Said> said = new TreeMap<>();
            texts.forEach((code, text) -> said.put(code, new Said(text.reason(), text.remedy())));
            return said;
        }
    }
}
