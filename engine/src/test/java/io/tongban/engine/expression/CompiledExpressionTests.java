package io.tongban.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.engine.document.DocumentInvalid;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.library.Standards;
import io.tongban.engine.library.StandardsLibrary;
import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.Settings;
import io.tongban.engine.standard.Standard;
import io.tongban.engine.standard.StandardReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A compiled expression says what CEL says, or has no value where it has none in CEL; a failing seed is in the test's name. */
class CompiledExpressionTests {

    private static final long FIRST_SEED = 20160701;
    private static final int SEEDS = 20;
    private static final int EXPRESSIONS = 60;
    private static final int PEOPLE = 12;

    private static final Map<String, Object> SETTINGS = Map.of(
            "settings.flag",
            true,
            "settings.number",
            12L,
            "settings.word",
            "photo",
            "settings.words",
            List.of("photo", "lease"));
    private static final Expressions EVERYTHING = Expressions.over(Arrays.asList(Fact.values()))
            .with(
                    Map.of(
                            "settings.flag", FactType.FLAG,
                            "settings.number", FactType.NUMBER,
                            "settings.word", FactType.WORD,
                            "settings.words", FactType.WORDS),
                    SETTINGS);

    private static final Standards PUBLISHED =
            StandardsLibrary.in(Path.of("..", "standards")).standards();

    static LongStream seeds() {
        return LongStream.range(FIRST_SEED, FIRST_SEED + SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void saysWhatCelSays(long seed) {
        Random random = new Random(seed);
        List<FactsOfChance> people = Stream.generate(() -> new FactsOfChance(random, Map.of()))
                .limit(PEOPLE)
                .toList();
        ExpressionOfChance expressions = new ExpressionOfChance(random);
        int withValue = 0;
        for (int i = 0; i < EXPRESSIONS; i++) {
            String source =
                    expressions.of(ExpressionOfChance.TYPES.get(i % ExpressionOfChance.TYPES.size()), 1 + i % 4);
            Expression compiled = EVERYTHING.compiled(DocumentNode.read("chance.yaml", yaml(source)));
            CelOracle oracle = CelOracle.of(EVERYTHING, source, compiled.type());
            for (FactsOfChance person : people) {
                Map<String, Object> facts = new LinkedHashMap<>(person.byName());
                facts.putAll(SETTINGS);
                Optional<Object> expected = oracle.value(facts);
                withValue += expected.isPresent() ? 1 : 0;

                assertThat(value(compiled, new Evaluation(person.values(), 0)))
                        .as("%s for %s", source, facts)
                        .isEqualTo(expected);
            }
        }
        assertThat(withValue)
                .as("that many have a value, and as many have none, as to show both")
                .isBetween(EXPRESSIONS * PEOPLE / 4, EXPRESSIONS * PEOPLE * 99 / 100);
    }

    static Stream<StandardReference> standards() {
        return PUBLISHED.all().stream().map(Standard::reference);
    }

    @ParameterizedTest
    @MethodSource("standards")
    void saysWhatCelSaysInEveryStandard(StandardReference reference) {
        Standard standard = PUBLISHED.version(reference.item(), reference.version());
        DocumentNode document = PUBLISHED.document(reference.item(), reference.version());
        List<Written> written = new ArrayList<>();
        standard.criteria().forEach(criterion -> collect(standard, criterion, node(document, criterion.id()), written));
        Random random = new Random(FIRST_SEED);
        for (int person = 0; person < 400; person++) {
            FactsOfChance chance =
                    new FactsOfChance(random, standard.questions().types());
            for (Written expression : written) {
                Map<String, Object> facts = new LinkedHashMap<>(chance.byName());
                facts.putAll(expression.settings());
                expression
                        .definitions()
                        .forEach((name, definition) ->
                                definition.value(facts).ifPresent(value -> facts.put(name, value)));

                assertThat(value(
                                expression.compiled(),
                                new Evaluation(
                                        chance.values(),
                                        expression.definitions().size())))
                        .as("%s for %s", expression.source(), facts)
                        .isEqualTo(expression.oracle().value(facts));
            }
        }
        assertThat(written).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5 > 0.5",
                "1u == 1u",
                "{'a': 1} == {'a': 1}",
                "b'a' == b'a'",
                "'a'.matches('b')",
                "timestamp('2016-07-01T00:00:00Z') == timestamp('2016-07-01T00:00:00Z')",
                "[1, 'a'][0] == 1",
                "int('12') == 12",
                "null == null",
            })
    void refusesWhatTheStandardsHaveNoUseFor(String source) {
        assertThatThrownBy(() -> EVERYTHING.compiled(DocumentNode.read("test.yaml", yaml(source))))
                .isInstanceOf(DocumentInvalid.class)
                .hasMessageContaining("test.yaml:1")
                .hasMessageContaining("is not in the language of the standards");
    }

    @Test
    void worksADefinitionOutOnceAndOnlyWhenItIsRead() {
        Expressions facts = Expressions.over(List.of(Fact.APPLIED_ON, Fact.CONTRIBUTIONS_COUNTED));
        Expression impossible = facts.compiled(DocumentNode.read("test.yaml", "contributions.counted / 0"));
        Expressions defined = facts.define("impossible", impossible);
        Expression harmless = defined.compiled(DocumentNode.read("test.yaml", "true || impossible == 1"));
        Evaluation evaluation = new Evaluation(FactValues.none(), 1);

        assertThat(harmless.holds(evaluation)).isTrue();
        assertThatThrownBy(() -> defined.compiled(DocumentNode.read("test.yaml", "impossible"))
                        .value(evaluation))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("test.yaml:1");
    }

    /** An expression of a standard with what it may use. */
    private record Written(
            String source,
            Expression compiled,
            CelOracle oracle,
            Map<String, Object> settings,
            Map<String, CelOracle> definitions) {}

    private static void collect(Standard standard, Criterion read, DocumentNode criterion, List<Written> written) {
        Settings settings = read.settings();
        Expressions facts = Expressions.over(Arrays.asList(Fact.values()))
                .with(standard.questions().types())
                .with(settings.types(), settings.values());
        Map<String, CelOracle> definitions = new LinkedHashMap<>();
        for (Map.Entry<String, DocumentNode> definition : criterion
                .find("define")
                .map(DocumentNode::members)
                .orElse(Map.of())
                .entrySet()) {
            Expression compiled = facts.compiled(definition.getValue());
            definitions.put(
                    definition.getKey(),
                    CelOracle.of(facts, definition.getValue().text(), compiled.type()));
            facts = facts.define(definition.getKey(), compiled);
        }
        Expressions known = facts;
        expressionsIn(criterion).forEach(node -> {
            Expression compiled = known.compiled(node);
            CelOracle oracle = CelOracle.of(known, node.text(), compiled.type());
            written.add(new Written(node.text(), compiled, oracle, settings.values(), definitions));
        });
    }

    /** Conditions, dates, figures, and the lists that facts name; of a criterion and of its alternatives. */
    private static Stream<DocumentNode> expressionsIn(DocumentNode node) {
        return Stream.of(
                        Stream.of("when", "brought", "metOn", "findings", "missing", "asked")
                                .flatMap(key -> node.find(key).filter(member -> !member.isList()).stream()),
                        node.find("figures").stream().flatMap(figures -> figures.members().values().stream()),
                        Stream.of("decide", "alternatives")
                                .flatMap(key -> node.find(key).stream())
                                .flatMap(lines -> lines.items().stream())
                                .flatMap(CompiledExpressionTests::expressionsIn))
                .flatMap(nodes -> nodes);
    }

    private static Optional<Object> value(Expression expression, Evaluation evaluation) {
        try {
            return Optional.of(expression.value(evaluation));
        } catch (IllegalStateException noValue) {
            return Optional.empty();
        }
    }

    /** The criterion, among those of the standard or of one route. */
    private static DocumentNode node(DocumentNode document, String criterion) {
        return Stream.concat(
                        document.find("criteria").stream(),
                        document.get("routes").items().stream().flatMap(route -> route.find("criteria").stream()))
                .flatMap(criteria -> criteria.items().stream())
                .filter(DocumentNode::isMap)
                .filter(node -> node.get("id").text().equals(criterion))
                .findFirst()
                .orElseThrow();
    }

    private static String yaml(String source) {
        return "\"" + source + "\"";
    }
}
