package io.tongban.engine.expression;

import org.jspecify.annotations.Nullable;

/** One person's facts while the expressions of the rules read them: a definition is worked out when it is first read. */
public final class Evaluation {

    private final FactValues facts;
    private final @Nullable Object[] defined;

    public Evaluation(FactValues facts, int definitions) {
        this.facts = facts;
        this.defined = new Object[definitions];
    }

    FactValues facts() {
        return facts;
    }

    Object defined(int index, Code definition) {
        Object value = defined[index];
        if (value == null) {
            value = definition.value(this);
            defined[index] = value;
        }
        return value;
    }
}
