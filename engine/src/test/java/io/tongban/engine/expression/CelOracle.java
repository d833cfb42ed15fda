package io.tongban.engine.expression;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** The runtime of cel-java, which says what an expression of a standard means. */
final class CelOracle {

    private static final CelRuntime RUNTIME = CelRuntimeFactory.legacyCelRuntimeBuilder()
            .addFunctionBindings(
                    CelFunctionBinding.from(
                            "date_plus_days",
                            ImmutableList.of(LocalDate.class, Long.class),
                            of -> ((LocalDate) of[0]).plusDays((Long) of[1])),
                    CelFunctionBinding.from(
                            "date_plus_months",
                            ImmutableList.of(LocalDate.class, Long.class),
                            of -> ((LocalDate) of[0]).plusMonths((Long) of[1])),
                    CelFunctionBinding.from(
                            "date_is_before",
                            ImmutableList.of(LocalDate.class, LocalDate.class),
                            of -> ((LocalDate) of[0]).isBefore((LocalDate) of[1])),
                    CelFunctionBinding.from(
                            "date_is_after",
                            ImmutableList.of(LocalDate.class, LocalDate.class),
                            of -> ((LocalDate) of[0]).isAfter((LocalDate) of[1])))
            .build();

    private final CelRuntime.Program program;
    private final FactType type;

    private CelOracle(CelRuntime.Program program, FactType type) {
        this.program = program;
        this.type = type;
    }

    static CelOracle of(Expressions facts, String source, FactType type) {
        try {
            CelAbstractSyntaxTree tree = facts.checked(source);
            return new CelOracle(RUNTIME.createProgram(tree), type);
        } catch (CelValidationException | CelEvaluationException wrong) {
            throw new IllegalArgumentException(source, wrong);
        }
    }

    /** Empty if the expression has no value for these facts. */
    Optional<Object> value(Map<String, Object> facts) {
        try {
            return Optional.ofNullable(program.eval(facts)).filter(type::holds); // an unknown is of no type
        } catch (CelEvaluationException noValue) {
            return Optional.empty();
        }
    }
}
