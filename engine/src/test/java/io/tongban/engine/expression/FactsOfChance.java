package io.tongban.engine.expression;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Facts of all scopes, and those that only one standard has, with values by chance, extreme ones among them; a few are not given. */
final class FactsOfChance {

    private static final long[] NUMBERS = {0, 1, -1, 2, 11, 12, 13, 44, 45, 46, 600, Long.MAX_VALUE, Long.MIN_VALUE};
    private static final String[] WORDS = {"", "photo", "lease", "labour-contract:30010001", "male", "杭州", "a😀b"};

    private final Map<String, Object> byName = new HashMap<>();
    private FactValues values = FactValues.none();

    FactsOfChance(RandomGenerator random, Map<String, FactType> ofStandard) {
        for (Fact fact : Fact.values()) {
            if (random.nextInt(20) > 0) {
                Object value = value(fact.type(), random);
                byName.put(fact.expression(), value);
                values = values.with(fact, value);
            }
        }
        ofStandard.forEach((name, type) -> {
            Object value = value(type, random);
            byName.put(name, value);
            values = values.with(name, type, value);
        });
    }

    Map<String, Object> byName() {
        return byName;
    }

    FactValues values() {
        return values;
    }

    private static Object value(FactType type, RandomGenerator random) {
        return switch (type) {
            case FLAG -> random.nextBoolean();
            case NUMBER -> NUMBERS[random.nextInt(NUMBERS.length)];
            case WORD -> WORDS[random.nextInt(WORDS.length)];
            case DATE ->
                random.nextInt(10) == 0
                        ? LocalDate.MAX
                        : LocalDate.of(2016, 2, 28).plusDays(random.nextInt(3) == 0 ? 1 : random.nextInt(800));
            case MONTH -> YearMonth.of(2016, 1).plusMonths(random.nextInt(24));
            case WORDS -> words(random);
            case FINDINGS -> findings(random);
        };
    }

    private static List<String> words(RandomGenerator random) {
        List<String> words = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            words.add(WORDS[random.nextInt(WORDS.length)]);
        }
        return words;
    }

    private static List<RaisedReason> findings(RandomGenerator random) {
        return random.nextBoolean() ? List.of() : List.of(new RaisedReason("GAP", Map.of("month", "2016-10")));
    }
}
