package io.tongban.engine.expression;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.function.LongBinaryOperator;

/**
 * The operations of the language of the standards, by the names that CEL gives them and with CEL's meaning: numbers do not wrap,
 * the length of a word is in characters, and a part without a value is forgiven where the other part decides a condition.
 */
final class Operations {

    static final String PLUS_MONTHS = "date_plus_months";

    private Operations() {}

    /** Holds for two numbers. */
    @FunctionalInterface
    private interface Relation {
        boolean holds(long left, long right);
    }

    /** The code of the operation on these arguments, its target first; empty if the language has no such operation. */
    static Optional<Code> code(String operation, List<Code> arguments, MonthEnd monthEnd) {
        return Optional.ofNullable(
                switch (operation) {
                    case "logical_and" ->
                        and(arguments.get(0).asFlag(), arguments.get(1).asFlag());
                    case "logical_or" ->
                        or(arguments.get(0).asFlag(), arguments.get(1).asFlag());
                    case "logical_not" -> not(arguments.get(0).asFlag());
                    case "conditional" -> conditional(arguments.get(0).asFlag(), arguments.get(1), arguments.get(2));

                    case "equals" -> equal(arguments.get(0), arguments.get(1));
                    case "not_equals" -> not(equal(arguments.get(0), arguments.get(1)));
                    case "less_int64" -> relation(arguments, (left, right) -> left < right);
                    case "less_equals_int64" -> relation(arguments, (left, right) -> left <= right);
                    case "greater_int64" -> relation(arguments, (left, right) -> left > right);
                    case "greater_equals_int64" -> relation(arguments, (left, right) -> left >= right);
                    case "less_string", "less_bool" -> order(arguments, compared -> compared < 0);
                    case "less_equals_string", "less_equals_bool" -> order(arguments, compared -> compared <= 0);
                    case "greater_string", "greater_bool" -> order(arguments, compared -> compared > 0);
                    case "greater_equals_string", "greater_equals_bool" -> order(arguments, compared -> compared >= 0);

                    case "add_int64" -> number(arguments, Math::addExact);
                    case "subtract_int64" -> number(arguments, Math::subtractExact);
                    case "multiply_int64" -> number(arguments, Math::multiplyExact);
                    case "divide_int64" -> number(arguments, Math::divideExact);
                    case "modulo_int64" -> number(arguments, (left, right) -> left % right);
                    case "negate_int64" -> negated(arguments.get(0).asNumber());

                    case "add_string" -> joined(arguments.get(0), arguments.get(1));
                    case "size_string", "string_size" -> characters(arguments.get(0));
                    case "contains_string" -> words(arguments, String::contains);
                    case "starts_with_string" -> words(arguments, String::startsWith);
                    case "ends_with_string" -> words(arguments, String::endsWith);

                    case "in_list" -> in(arguments.get(0), arguments.get(1));
                    case "size_list", "list_size" -> size(arguments.get(0));
                    case "index_list" ->
                        element(arguments.get(0), arguments.get(1).asNumber());
                    case "add_list" -> appended(arguments.get(0), arguments.get(1));

                    case "date_plus_days" -> moved(arguments, LocalDate::plusDays);
                    case PLUS_MONTHS -> moved(arguments, monthEnd::plusMonths);
                    case "date_is_before" -> dates(arguments, LocalDate::isBefore);
                    case "date_is_after" -> dates(arguments, LocalDate::isAfter);
                    default -> null;
                });
    }

    static Code list(List<Code> elements) {
        return (Code.Other) of -> {
            List<Object> values = new ArrayList<>(elements.size());
            for (Code element : elements) {
                values.add(element.value(of));
            }
            return Collections.unmodifiableList(values);
        };
    }

    private static Code.Flag and(Code.Flag left, Code.Flag right) {
        return of -> {
            boolean first;
            try {
                first = left.holds(of);
            } catch (ArithmeticException | DateTimeException | NoSuchFact noValue) {
                if (right.holds(of)) {
                    throw noValue;
                }
                return false;
            }
            return first && right.holds(of);
        };
    }

    private static Code.Flag or(Code.Flag left, Code.Flag right) {
        return of -> {
            boolean first;
            try {
                first = left.holds(of);
            } catch (ArithmeticException | DateTimeException | NoSuchFact noValue) {
                if (right.holds(of)) {
                    return true;
                }
                throw noValue;
            }
            return first || right.holds(of);
        };
    }

    private static Code.Flag not(Code.Flag flag) {
        return of -> !flag.holds(of);
    }

    private static Code conditional(Code.Flag condition, Code then, Code otherwise) {
        if (then instanceof Code.Flag holds && otherwise instanceof Code.Flag other) {
            return (Code.Flag) of -> condition.holds(of) ? holds.holds(of) : other.holds(of);
        }
        if (then instanceof Code.WholeNumber number && otherwise instanceof Code.WholeNumber other) {
            return (Code.WholeNumber) of -> condition.holds(of) ? number.number(of) : other.number(of);
        }
        return (Code.Other) of -> condition.holds(of) ? then.value(of) : otherwise.value(of);
    }

    private static Code.Flag equal(Code left, Code right) {
        if (left instanceof Code.Flag flag && right instanceof Code.Flag other) {
            return of -> flag.holds(of) == other.holds(of);
        }
        if (left instanceof Code.WholeNumber number && right instanceof Code.WholeNumber other) {
            return of -> number.number(of) == other.number(of);
        }
        return of -> left.value(of).equals(right.value(of));
    }

    private static Code.Flag relation(List<Code> arguments, Relation relation) {
        Code.WholeNumber left = arguments.get(0).asNumber();
        Code.WholeNumber right = arguments.get(1).asNumber();
        return of -> relation.holds(left.number(of), right.number(of));
    }

    private static Code.Flag order(List<Code> arguments, IntPredicate compared) {
        Code left = arguments.get(0);
        Code right = arguments.get(1);
        return of -> {
            Object first = left.value(of);
            return compared.test(
                    first instanceof String word
                            ? word.compareTo((String) right.value(of))
                            : ((Boolean) first).compareTo((Boolean) right.value(of)));
        };
    }

    private static Code.WholeNumber number(List<Code> arguments, LongBinaryOperator operator) {
        Code.WholeNumber left = arguments.get(0).asNumber();
        Code.WholeNumber right = arguments.get(1).asNumber();
        return of -> operator.applyAsLong(left.number(of), right.number(of));
    }

    private static Code.WholeNumber negated(Code.WholeNumber number) {
        return of -> Math.negateExact(number.number(of));
    }

    private static Code.Flag words(List<Code> arguments, BiPredicate<String, String> predicate) {
        Code left = arguments.get(0);
        Code right = arguments.get(1);
        return of -> predicate.test((String) left.value(of), (String) right.value(of));
    }

    private static Code.Other joined(Code left, Code right) {
        return of -> (String) left.value(of) + (String) right.value(of);
    }

    private static Code.WholeNumber characters(Code word) {
        return of -> {
            String text = (String) word.value(of);
            return text.codePointCount(0, text.length());
        };
    }

    private static Code.Flag in(Code element, Code list) {
        return of -> {
            Object value = element.value(of);
            return list(list, of).contains(value);
        };
    }

    private static Code.WholeNumber size(Code list) {
        return of -> list(list, of).size();
    }

    private static Code.Other element(Code list, Code.WholeNumber index) {
        return of -> {
            List<?> elements = list(list, of);
            long at = index.number(of);
            if (at < 0 || at >= elements.size()) {
                throw new NoSuchFact("element " + at);
            }
            return elements.get((int) at);
        };
    }

    private static Code.Other appended(Code left, Code right) {
        return of -> {
            List<Object> all = new ArrayList<>(list(left, of));
            all.addAll(list(right, of));
            return Collections.unmodifiableList(all);
        };
    }

    private static List<?> list(Code code, Evaluation of) {
        return (List<?>) code.value(of);
    }

    /** A date so many days or months later. */
    @FunctionalInterface
    private interface Step {
        LocalDate from(LocalDate date, long count);
    }

    private static Code.Other moved(List<Code> arguments, Step step) {
        Code date = arguments.get(0);
        Code.WholeNumber count = arguments.get(1).asNumber();
        return of -> step.from((LocalDate) date.value(of), count.number(of));
    }

    private static Code.Flag dates(List<Code> arguments, BiPredicate<LocalDate, LocalDate> predicate) {
        Code left = arguments.get(0);
        Code right = arguments.get(1);
        return of -> predicate.test((LocalDate) left.value(of), (LocalDate) right.value(of));
    }
}
