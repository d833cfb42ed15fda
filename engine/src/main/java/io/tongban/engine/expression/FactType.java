package io.tongban.engine.expression;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** The types that facts, settings and expressions of a standard have. */
public enum FactType {
    FLAG(Boolean.class),
    NUMBER(Long.class),
    WORD(String.class),
    DATE(LocalDate.class),
    MONTH(YearMonth.class),
    WORDS(List.class),
    FINDINGS(List.class);

    private final Class<?> java;

    FactType(Class<?> java) {
        this.java = java;
    }

    boolean holds(Object value) {
        return java.isInstance(value);
    }
}
