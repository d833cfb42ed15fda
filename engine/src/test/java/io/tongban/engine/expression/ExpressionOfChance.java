package io.tongban.engine.expression;

import java.util.List;
import java.util.random.RandomGenerator;

/** Writes expressions of every type by chance, of all that the language of the standards has. */
final class ExpressionOfChance {

    static final List<FactType> TYPES = List.of(FactType.values());

    private final RandomGenerator random;

    ExpressionOfChance(RandomGenerator random) {
        this.random = random;
    }

    String of(FactType type, int depth) {
        return switch (type) {
            case FLAG -> flag(depth);
            case NUMBER -> number(depth);
            case WORD -> word(depth);
            case DATE -> date(depth);
            case MONTH -> fact(FactType.MONTH);
            case WORDS -> words(depth);
            case FINDINGS -> fact(FactType.FINDINGS);
        };
    }

    private String flag(int depth) {
        if (depth == 0) {
            return pick(
                    "true", "false", fact(FactType.FLAG), fact(FactType.FLAG), fact(FactType.FLAG), "settings.flag");
        }
        int next = depth - 1;
        return switch (random.nextInt(14)) {
            case 0, 1 -> "(" + flag(next) + " && " + flag(next) + ")";
            case 2, 3 -> "(" + flag(next) + " || " + flag(next) + ")";
            case 4 -> "!" + flag(next);
            case 5 -> conditional(FactType.FLAG, next);
            case 6, 7 -> "(" + number(next) + pick(" < ", " <= ", " > ", " >= ", " == ", " != ") + number(next) + ")";
            case 8 -> "(" + word(next) + pick(" < ", " <= ", " > ", " >= ", " == ", " != ") + word(next) + ")";
            case 9 -> "(" + flag(next) + pick(" < ", " >= ", " == ", " != ") + flag(next) + ")";
            case 10 -> date(next) + pick(".isBefore(", ".isAfter(") + date(next) + ")";
            case 11 -> "(" + word(next) + " in " + words(next) + ")";
            case 12 -> word(next) + pick(".contains(", ".startsWith(", ".endsWith(") + word(next) + ")";
            default -> {
                FactType type = TYPES.get(random.nextInt(TYPES.size()));
                yield "(" + of(type, next) + pick(" == ", " != ") + of(type, next) + ")";
            }
        };
    }

    private String number(int depth) {
        if (depth == 0) {
            return pick(
                    "0",
                    "1",
                    "12",
                    "9223372036854775807",
                    fact(FactType.NUMBER),
                    fact(FactType.NUMBER),
                    "settings.number");
        }
        int next = depth - 1;
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> "(" + number(next) + pick(" + ", " - ", " * ", " / ", " % ") + number(next) + ")";
            case 3 -> "(-" + number(next) + ")";
            case 4 -> conditional(FactType.NUMBER, next);
            case 5 -> "size(" + pick(word(next), words(next), fact(FactType.FINDINGS)) + ")";
            case 6 -> pick(word(next), words(next)) + ".size()";
            default -> number(0);
        };
    }

    private String word(int depth) {
        if (depth == 0) {
            return pick("''", "'photo'", "'a😀b'", fact(FactType.WORD), "settings.word");
        }
        int next = depth - 1;
        return switch (random.nextInt(4)) {
            case 0 -> "(" + word(next) + " + " + word(next) + ")";
            case 1 -> conditional(FactType.WORD, next);
            case 2 -> words(next) + "[" + number(next) + "]";
            default -> word(0);
        };
    }

    private String date(int depth) {
        if (depth == 0) {
            return fact(FactType.DATE);
        }
        int next = depth - 1;
        return switch (random.nextInt(3)) {
            case 0 -> date(next) + pick(".plusDays(", ".plusMonths(") + number(next) + ")";
            case 1 -> conditional(FactType.DATE, next);
            default -> date(0);
        };
    }

    private String words(int depth) {
        if (depth == 0) {
            return pick("['photo']", "['a', 'b']", fact(FactType.WORDS), fact(FactType.WORDS), "settings.words");
        }
        int next = depth - 1;
        return switch (random.nextInt(4)) {
            case 0 -> "(" + words(next) + " + " + words(next) + ")";
            case 1 -> conditional(FactType.WORDS, next);
            case 2 -> "[" + word(next) + ", " + word(next) + "]";
            default -> words(0);
        };
    }

    private String conditional(FactType type, int depth) {
        return "(" + flag(depth) + " ? " + of(type, depth) + " : " + of(type, depth) + ")";
    }

    private String fact(FactType type) {
        List<String> facts = List.of(Fact.values()).stream()
                .filter(fact -> fact.type() == type)
                .map(Fact::expression)
                .toList();
        return facts.isEmpty() ? "settings.word" : facts.get(random.nextInt(facts.size()));
    }

    private String pick(String... of) {
        return of[random.nextInt(of.length)];
    }
}
