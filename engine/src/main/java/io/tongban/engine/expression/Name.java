package io.tongban.engine.expression;

import java.util.function.Function;

/**
 * What a name in an expression stands for: a fact, a setting or a definition.
 *
 * @param constant its value is the same for everybody
 */
record Name(FactType type, Code code, boolean constant) {

    static Name of(Fact fact) {
        return new Name(fact.type(), reading(fact.type(), of -> of.facts().value(fact)), false);
    }

    /** A fact that only this standard has, such as an answer. */
    static Name ofFact(String name, FactType type) {
        return new Name(type, reading(type, of -> of.facts().value(name)), false);
    }

    static Name ofSetting(FactType type, Object value) {
        return new Name(type, Code.constant(value), true);
    }

    /** The definition that is the {@code index}-th of its rules. */
    static Name ofDefinition(int index, Expression definition) {
        Code code = definition.code();
        return new Name(definition.type(), reading(definition.type(), of -> of.defined(index, code)), false);
    }

    private static Code reading(FactType type, Function<Evaluation, Object> value) {
        return switch (type) {
            case FLAG -> (Code.Flag) of -> (Boolean) value.apply(of);
            case NUMBER -> (Code.WholeNumber) of -> (Long) value.apply(of);
            case WORD, DATE, MONTH, WORDS, FINDINGS -> (Code.Other) value::apply;
        };
    }
}
