package io.tongban.engine.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tongban.engine.basis.LegalBasis;
import io.tongban.engine.basis.Origin;
import io.tongban.engine.document.DocumentInvalid;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.rule.NamedPaper;
import io.tongban.engine.standard.Asked;
import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.Demand;
import io.tongban.engine.standard.Standard;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayeredDocumentTests {

    private static final String PROVINCE = """
            item: library-card
            version: P1
            layer: province
            base: true
            name: {zh: 省, en: province}
            inForce: {from: "2016-01-01"}
            sources:
              law: {zh: 法, en: law, from: "2015-01-01", text: laws/law.md}
            evidence:
              residence: {zh: 居住登记, en: residence registration}
            wording:
              list: {zh: 、, en: ", "}
              ofUnit: {zh: "{name}（{unit}）", en: "{name} ({unit})"}
            papers:
              card: {zh: 旧证, en: old card}
            authority: {kind: library, by: residence}
            limits:
              decision: {days: 15, unit: CALENDAR_DAY, endsOnWorkingDay: true, basis: []}
              review: {days: 5, unit: WORKING_DAY, endsOnWorkingDay: true, basis: []}
            lapseNoticeDays: 60
            room:
              settings: [residence.months]
              papers: [proof]
              criteria: [reader]
            criteria:
            - id: residence
              name: {zh: 居住, en: residence}
              basis: [{source: law, article: {zh: 第三条第一款, en: "art. 3, para. 1"}}]
              settings: {days: 1}
              allowed: {months: 1..12, days: 0..30}
              define: {completeOn: residence.since.plusMonths(settings.months).plusDays(settings.days)}
              decide:
              - {when: "!appliedOn.isBefore(completeOn)", state: MET}
              - {state: NOT_YET, metOn: completeOn, reasons: [SHORT]}
              texts: {SHORT: {reason: {zh: 未满, en: too short}, remedy: {zh: 等, en: wait}}}
            - id: proof
              name: {zh: 证明, en: proof}
              basis: [{source: law, article: {zh: 第四条, en: art. 4}}]
              papers: [{kind: card}]
              decide:
              - {when: size(papers.lacking) == 0, state: MET}
              - {state: MISSING, missing: papers.lacking, reasons: [LACKING]}
              texts: {LACKING: {reason: {zh: 缺, en: lacking}, remedy: {zh: "补交{missing}", en: "bring {missing}"}}}
            routes:
            - {id: reader, name: {zh: 读者, en: reader}, criteria: [residence, proof]}
            """;

    private static final String CITY = """
            item: library-card
            version: C1
            layer: city
            on: {layer: province, version: P1}
            name: {zh: 市, en: city}
            inForce: {from: "2016-07-01", until: "2018-06-30"}
            sources:
              list: {zh: 清单, en: list, from: "2016-07-01"}
            papers:
              letter: {zh: 介绍信, en: letter}
            fill:
              residence.months:
                value: 6
                basis: [{source: list, article: {zh: 满半年, en: half a year}}]
            add:
              papers: {proof: [{kind: letter}]}
              criteria: {reader: [registered]}
            criteria:
            - id: registered
              name: {zh: 登记, en: registered}
              basis: [{source: list, article: {zh: 已登记, en: registered}}]
              decide:
              - {when: residence.registered, state: MET}
              - {state: MISSING, missing: [letter], reasons: [NOT]}
              texts: {NOT: {reason: {zh: 未登记, en: not registered}, remedy: {zh: 登记, en: register}}}
            """;

    @Test
    void everyElementSaysItsLayerAndArticle() {
        Standard standard = effective(CITY);

        Origin province = new Origin("province", "P1");
        Origin city = new Origin("city", "C1");
        assertThat(standard.layers()).containsExactly(city, province);
        Criterion residence = criterion(standard, "residence");
        assertThat(residence.origin()).isEqualTo(province);
        assertThat(residence.basis()).extracting(LegalBasis::reference).containsExactly("laws/law.md#第三条");
        assertThat(residence.settings().number("months")).isEqualTo(6);
        assertThat(residence.settings().all())
                .hasEntrySatisfying("months", months -> {
                    assertThat(months.origin()).isEqualTo(city);
                    assertThat(months.basis()).extracting(LegalBasis::id).containsExactly("list");
                })
                .hasEntrySatisfying("days", days -> assertThat(days.origin()).isEqualTo(province));
        assertThat(((Asked.Papers) criterion(standard, "proof").papers()).demands())
                .extracting(Demand::named, Demand::origin)
                .containsExactly(tuple(new NamedPaper("card"), province), tuple(new NamedPaper("letter"), city));
        assertThat(criterion(standard, "registered").origin()).isEqualTo(city);
        assertThat(standard.words().papers())
                .hasEntrySatisfying(
                        "letter", letter -> assertThat(letter.origin()).isEqualTo(city));
        assertThat(standard.limit("decision").origin()).isEqualTo(province);
        assertThat(standard.routes()).singleElement().satisfies(route -> {
            assertThat(route.criteria()).extracting(Criterion::id).containsExactly("residence", "proof", "registered");
            assertThat(route.readsContributions()).isFalse();
        });
    }

    @Test
    void aLayerThatOthersLieOnIsNotInForceAlone() {
        assertThatThrownBy(() ->
                        Standards.of(List.of(document(PROVINCE))).inForce("library-card", LocalDate.of(2017, 1, 1)))
                .isInstanceOf(NoStandardInForce.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "residence.months: | residence.days: | leaves no room for 'residence.days' | residence.months",
                "value: 6 | value: 13 | 'fill.residence.months.value' is '13' | from 1 to 12",
                "papers: {proof: | papers: {residence: | leaves no room for papers in 'residence' | take them out",
                "papers: {proof: [{kind: letter}]} | alternatives: {proof: [{id: a, papers: [], brought: 'true', decide: [{state: MET}]}]} | leaves no room for alternatives in 'proof' | take them out",
                "layer: city | layer: province | is of the same layer | name of its own",
                "criteria: {reader: | criteria: {visitor: | leaves no room for criteria in the route 'visitor' | take them out",
                "- id: registered | - id: residence | has 'residence' already | another id",
                "letter: {zh: 介绍信 | card: {zh: 介绍信 | has 'card' already | another name",
                "from: \"2016-07-01\", until | from: \"2015-12-31\", until | not inside the period of province P1 | begin no earlier",
                "version: P1 | version: P2 | there is no library-card P2 | name a layer and version",
                "add: | lapseNoticeDays: 90\\nadd: | province P1 fixes 'lapseNoticeDays' | take it out",
                "add: | routes: []\\nadd: | province P1 fixes 'routes' | take it out",
            })
    void touchesNothingThatTheLowerFixes(String right, String wrong, String problem, String remedy) {
        assertThat(CITY).contains(right);
        String mistaken = CITY.replace(right, wrong.replace("\\n", "\n"));

        assertThatThrownBy(() -> effective(mistaken))
                .isInstanceOf(DocumentInvalid.class)
                .message()
                .matches("(?s)C1.yaml:[0-9]+: .*\n  remedy: .*")
                .contains(problem)
                .contains(remedy);
    }

    @Test
    void aDocumentMayNotStandBesideTheLayerOfItsItem() {
        String alone = CITY.replace("on: {layer: province, version: P1}\n", "");

        assertThatThrownBy(() -> effective(alone))
                .isInstanceOf(DocumentInvalid.class)
                .message()
                .contains("province P1 fixes part of this item")
                .contains("add 'on: {layer: province, version: P1}'");
    }

    @Test
    void liesOnNothingButALowestLayer() {
        String lower = PROVINCE.replace("base: true\n", "base: true\n\"on\": {layer: state, version: S1}\n");

        assertThatThrownBy(() -> Standards.of(List.of(document(lower), document(CITY))))
                .isInstanceOf(DocumentInvalid.class)
                .message()
                .contains("province P1 is no lower layer");
    }

    @Test
    void roomThatIsNotFilledIsRefused() {
        String unfilled = CITY.replaceFirst("(?s)fill:.*?add:", "add:");

        assertThatThrownBy(() -> effective(unfilled))
                .isInstanceOf(DocumentInvalid.class)
                .message()
                .contains("there is no setting 'months'");
    }

    @Test
    void anotherLowerLayerIsAnotherStandard() {
        String changed = PROVINCE.replace("days: 1}", "days: 2}");

        assertThat(Standards.of(List.of(document(PROVINCE), document(CITY)))
                        .all()
                        .getFirst()
                        .digest())
                .isNotEqualTo(Standards.of(List.of(document(changed), document(CITY)))
                        .all()
                        .getFirst()
                        .digest());
    }

    private static Standard effective(String city) {
        return Standards.of(List.of(document(PROVINCE), document(city))).all().getFirst();
    }

    private static DocumentNode document(String text) {
        return DocumentNode.read(text.contains("base: true") ? "P1.yaml" : "C1.yaml", text);
    }

    private static Criterion criterion(Standard standard, String id) {
        return standard.criteria().stream()
                .filter(criterion -> criterion.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
