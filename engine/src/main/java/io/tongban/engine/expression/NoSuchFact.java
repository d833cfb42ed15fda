package io.tongban.engine.expression;

/** An expression read a fact, or an element of a list, that is not there. */
final class NoSuchFact extends RuntimeException {

    NoSuchFact(String name) {
        super("There is no value of " + name);
    }
}
