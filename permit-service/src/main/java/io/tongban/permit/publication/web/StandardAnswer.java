package io.tongban.permit.publication.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tongban.engine.basis.LegalBasis;
import io.tongban.engine.basis.LegalSource;
import io.tongban.engine.basis.Origin;
import io.tongban.engine.expression.Months;
import io.tongban.engine.rule.NamedPaper;
import io.tongban.engine.rule.ReasonText;
import io.tongban.engine.rule.Text;
import io.tongban.engine.standard.Alternative;
import io.tongban.engine.standard.Asked;
import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.Demand;
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
import java.util.Set;
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

        @Schema(description = "The last day in force; null: until the next version begins.") @Nullable
        LocalDate until,

        @Schema(description = "The layers that it is made of, the upper first.")
        List<Origin> layers,

        Responsibility authority,
        Map<String, SourceAnswer> sources,
        Map<String, PaperKind> papers,

        @Schema(description = "What a notice may name beside single papers.")
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

            @Schema(description = "The name of the file in which the text is kept; null where it is not.") @Nullable
            String text,

            @Schema(description = "Where the text is opened; null where it is not kept.") @Nullable
            String address,

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

            @Schema(description = "Where the article is kept; null where no text is.") @Nullable
            String reference,

            @Schema(description = "Where the article is opened; null where no text is kept.") @Nullable
            String address) {

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
    record SettingAnswer(
            SettingType type,

            @Schema(
                    description =
                            "By the type: a boolean, a number, a word, a list of words, or a list of areas with their"
                                    + " first and last month.")
            Object value,

            List<BasisAnswer> basis,
            Origin origin) {

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

            @Schema(description = "False where the standard names it and does not ask for it.")
            boolean asked,

            List<BasisAnswer> basis,
            Map<String, SettingAnswer> settings,
            AskedAnswer papers,
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
                    AskedAnswer.of(criterion.papers()),
                    criterion.alternatives().stream().map(AlternativeAnswer::of).toList(),
                    Said.of(criterion.texts()),
                    criterion.origin());
        }
    }

    /**
     * Which papers are looked at: all that {@code demands} names, or one of {@code kinds}, or a {@code chain} of papers of one
     * {@code kind}, or, where all are left out, none.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AskedAnswer(
            @Schema(description = "All of these are needed.") @Nullable
            List<DemandAnswer> demands,

            @Schema(description = "One of these kinds is needed, valid on the application date.") @Nullable
            List<String> kinds,

            @Schema(description = "A kind of paper of which a chain is needed.") @Nullable
            String kind,

            @Schema(description = "How long the chain is.") @Nullable
            Months chain) {

        static AskedAnswer of(Asked asked) {
            return switch (asked) {
                case Asked.Nothing() -> new AskedAnswer(null, null, null, null);
                case Asked.Papers papers ->
                    new AskedAnswer(
                            papers.demands().stream().map(DemandAnswer::of).toList(), null, null, null);
                case Asked.Choice choice -> new AskedAnswer(null, choice.kinds(), null, null);
                case Asked.Contracts contracts -> new AskedAnswer(null, null, contracts.kind(), contracts.chain());
            };
        }
    }

    /**
     * A paper that is needed, with all members but the last three, or one of several papers, with those.
     *
     * @param named what a notice names when none of the options was brought
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DemandAnswer(
            @Nullable String kind,

            @Schema(description = "What must have passed since its first day; 0 months: its age is not asked for.")
            @Nullable
            Months age,

            @Schema(
                    description =
                            "What must pass from its first day to the day after its last; 0 months: its term is not asked"
                                    + " for.")
            @Nullable
            Months term,

            @Schema(description = "Whether it must have begun.") @Nullable
            Boolean current,

            @Schema(description = "What it must say: by name the values that suffice.") @Nullable
            Map<String, Set<String>> says,

            @Schema(description = "What it says where nothing is stated.") @Nullable
            Map<String, String> otherwise,

            @Schema(description = "One of these papers suffices.") @Nullable
            List<DemandAnswer> options,

            @Schema(description = "What a notice names when none of the options was brought.") @Nullable
            NamedPaper named,

            Origin origin) {

        static DemandAnswer of(Demand demand) {
            return switch (demand) {
                case Demand.PaperDemand paper ->
                    new DemandAnswer(
                            paper.kind(),
                            paper.age(),
                            paper.term(),
                            paper.current(),
                            paper.says(),
                            paper.otherwise(),
                            null,
                            null,
                            paper.origin());
                case Demand.Either either ->
                    new DemandAnswer(
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            either.options().stream().map(DemandAnswer::of).toList(),
                            either.named(),
                            either.origin());
            };
        }
    }

    /** One of several ways to meet a criterion; without a basis of its own it has that of the criterion. */
    record AlternativeAnswer(String id, AskedAnswer papers, List<BasisAnswer> basis, Origin origin) {

        static AlternativeAnswer of(Alternative alternative) {
            return new AlternativeAnswer(
                    alternative.id(),
                    AskedAnswer.of(alternative.asked()),
                    BasisAnswer.of(alternative.basis()),
                    alternative.origin());
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
