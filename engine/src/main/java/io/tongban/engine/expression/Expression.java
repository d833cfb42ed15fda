package io.tongban.engine.expression;

import io.tongban.engine.document.Place;
import java.time.DateTimeException;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;

/** A checked and compiled expression of a standard; it may be evaluated by many threads at once. */
public final class Expression {

    private final Place place;
    private final FactType type;
    private final Parts parts;
    private final Code code;
    private final Code.Flag flag;

    /**
     * What a checked expression is made of.
     *
     * @param numbers see {@link Expression#numbers}
     * @param addsMonths see {@link Expression#addsMonths}
     */
    record Parts(Set<String> names, Set<Long> numbers, boolean addsMonths) {

        Parts {
            names = Set.copyOf(names);
            numbers = Set.copyOf(numbers);
        }
    }

    Expression(Place place, FactType type, Parts parts, Code code) {
        this.place = place;
        this.type = type;
        this.parts = parts;
        this.code = code;
        this.flag = code.asFlag();
    }

    /** Where it is written. */
    public Place place() {
        return place;
    }

    public FactType type() {
        return type;
    }

    /** The facts, settings and definitions that it reads, as they are written in it. */
    public Set<String> names() {
        return parts.names();
    }

    /**
     * The numbers that stand in it beside what differs from person to person: literals, settings, and what is made of these
     * alone, such as 720 of {@code 12 * settings.years}.
     */
    public Set<Long> numbers() {
        return parts.numbers();
    }

    /** Whether it adds months to a date, which may have no corresponding day. */
    public boolean addsMonths() {
        return parts.addsMonths();
    }

    Code code() {
        return code;
    }

    /**
     * The value for these facts.
     *
     * @throws IllegalStateException if it has none: a fact was not given, or a number or date is out of all bounds
     */
    public Object value(Evaluation of) {
        try {
            return code.value(of);
        } catch (ArithmeticException | DateTimeException | NoSuchFact noValue) {
            throw withoutValue(noValue);
        }
    }

    public boolean holds(Evaluation of) {
        try {
            return flag.holds(of);
        } catch (ArithmeticException | DateTimeException | NoSuchFact noValue) {
            throw withoutValue(noValue);
        }
    }

    public List<String> words(Evaluation of) {
        return listOf(of, String.class::cast);
    }

    public List<RaisedReason> findings(Evaluation of) {
        return listOf(of, RaisedReason.class::cast);
    }

    /** The value as figures state it, in no language: lists with commas between. */
    public String text(Evaluation of) {
        Object value = value(of);
        if (value instanceof List<?> list) {
            StringJoiner text = new StringJoiner(", ");
            list.forEach(element -> text.add(element.toString()));
            return text.toString();
        }
        return value.toString();
    }

    private <T> List<T> listOf(Evaluation of, Function<Object, T> element) {
        return ((List<?>) value(of)).stream().map(element).toList();
    }

    private IllegalStateException withoutValue(RuntimeException noValue) {
        return new IllegalStateException("The expression at " + place + " has no value", noValue);
    }
}
