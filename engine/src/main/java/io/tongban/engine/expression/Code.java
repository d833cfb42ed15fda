package io.tongban.engine.expression;

/** What an expression was compiled to, by the type of its value, so that flags and numbers are not boxed on the way. */
sealed interface Code {

    /**
     * The value of any type.
     *
     * @throws ArithmeticException if a number is too large, or divided by zero
     * @throws java.time.DateTimeException if a date is too far away
     * @throws NoSuchFact if a fact was not given, or a list has no such element
     */
    Object value(Evaluation of);

    /** The same code where a condition is asked for. */
    default Flag asFlag() {
        return this instanceof Flag flag ? flag : of -> (Boolean) value(of);
    }

    /** The same code where a number is asked for. */
    default WholeNumber asNumber() {
        return this instanceof WholeNumber number ? number : of -> (Long) value(of);
    }

    /** Code of a condition. */
    @FunctionalInterface
    non-sealed interface Flag extends Code {

        boolean holds(Evaluation of);

        @Override
        default Object value(Evaluation of) {
            return holds(of);
        }
    }

    /** Code of a whole number. */
    @FunctionalInterface
    non-sealed interface WholeNumber extends Code {

        long number(Evaluation of);

        @Override
        default Object value(Evaluation of) {
            return number(of);
        }
    }

    /** Code of a word, date, month or list. */
    @FunctionalInterface
    non-sealed interface Other extends Code {}

    static Code constant(Object value) {
        if (value instanceof Boolean flag) {
            boolean holds = flag;
            return (Flag) of -> holds;
        }
        if (value instanceof Long number) {
            long constant = number;
            return (WholeNumber) of -> constant;
        }
        return (Other) of -> value;
    }
}
