package io.tongban.engine.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.SimpleType;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Compiles a checked CEL expression to closures over the facts. It knows as much of CEL as the language of the standards has,
 * and refuses the rest; what it knows means what it means in CEL, errors included.
 */
final class ExpressionCompiler {

    private static final Evaluation NOBODY = new Evaluation(FactValues.none(), 0);

    private final CelAbstractSyntaxTree tree;
    private final Map<String, Name> names;
    private final MonthEnd monthEnd;
    private final Teller teller;
    private final List<Long> numbers = new ArrayList<>();
    private boolean addsMonths;

    ExpressionCompiler(CelAbstractSyntaxTree tree, Map<String, Name> names, MonthEnd monthEnd, Teller teller) {
        this.tree = tree;
        this.names = names;
        this.monthEnd = monthEnd;
        this.teller = teller;
    }

    /** Makes of the code of a side of a condition the same, which tells when it decides. */
    @FunctionalInterface
    interface Teller {
        Code.Flag told(String operator, CelExpr side, Code.Flag code);
    }

    /** The expression uses something of CEL that is not in the language of the standards. */
    static final class NotInTheLanguage extends RuntimeException {

        NotInTheLanguage(String what) {
            super(what);
        }
    }

    /**
     * The code of the whole expression; what is the same for everybody is worked out once.
     *
     * @throws NotInTheLanguage if there is none
     */
    Code code() {
        return code(tree.getExpr());
    }

    /** The numbers beside what differs from person to person, once the code was made. */
    Set<Long> numbers() {
        return Set.copyOf(numbers);
    }

    /** Whether it adds months to a date, once the code was made. */
    boolean addsMonths() {
        return addsMonths;
    }

    private Code code(CelExpr expr) {
        int before = numbers.size();
        Code code = codeOf(expr);
        if (!isConstant(expr)) {
            return code;
        }
        numbers.subList(before, numbers.size()).clear(); // of what is the same for everybody only the value counts
        try {
            Object value = code.value(NOBODY);
            (value instanceof List<?> list ? list : List.of(value)).forEach(element -> {
                if (element instanceof Long number) {
                    numbers.add(number);
                }
            });
            return Code.constant(value);
        } catch (ArithmeticException | DateTimeException | NoSuchFact noValue) {
            return code; // it has no value for everybody who comes to it
        }
    }

    private Code codeOf(CelExpr expr) {
        if (tree.getTypeOrThrow(expr.id()).equals(SimpleType.DYN)) {
            throw new NotInTheLanguage("a value of no one type");
        }
        return switch (expr.getKind()) {
            case CONSTANT -> constant(expr.constant());
            case IDENT, SELECT -> named(expr);
            case CALL -> call(expr);
            case LIST -> Operations.list(codes(expr.list().elements()));
            case NOT_SET, STRUCT, MAP, COMPREHENSION ->
                throw new NotInTheLanguage("a " + expr.getKind().name().toLowerCase(Locale.ROOT));
        };
    }

    private static Code constant(CelConstant constant) {
        return switch (constant.getKind()) {
            case BOOLEAN_VALUE -> Code.constant(constant.booleanValue());
            case INT64_VALUE -> Code.constant(constant.int64Value());
            case STRING_VALUE -> Code.constant(constant.stringValue());
            default ->
                throw new NotInTheLanguage("a " + constant.getKind().name().toLowerCase(Locale.ROOT));
        };
    }

    private Code named(CelExpr expr) {
        Name name = tree.getReference(expr.id())
                .map(CelReference::name)
                .map(names::get)
                .orElseThrow(() -> new NotInTheLanguage("a field"));
        return name.code();
    }

    private Code call(CelExpr expr) {
        List<String> overloads = tree.getReferenceOrThrow(expr.id()).overloadIds();
        List<CelExpr> arguments = new ArrayList<>();
        expr.call().target().ifPresent(arguments::add);
        arguments.addAll(expr.call().args());
        String operation = overloads.size() == 1 ? overloads.getFirst() : "";
        List<Code> of = switch (operation) {
            case "logical_and" -> sides("&&", expr, arguments);
            case "logical_or" -> sides("||", expr, arguments);
            default -> codes(arguments);
        };
        addsMonths |= operation.equals(Operations.PLUS_MONTHS);
        return Operations.code(operation, of, monthEnd)
                .orElseThrow(() -> new NotInTheLanguage("'" + expr.call().function() + "' of such values"));
    }

    /** The sides of a condition; where one is itself a condition by the same operator, its sides are meant. */
    private List<Code> sides(String operator, CelExpr condition, List<CelExpr> arguments) {
        List<Code> sides = new ArrayList<>();
        for (CelExpr argument : arguments) {
            Code code = code(argument);
            boolean same = argument.getKind() == CelExpr.ExprKind.Kind.CALL
                    && argument.call().function().equals(condition.call().function());
            sides.add(same ? code : teller.told(operator, argument, code.asFlag()));
        }
        return sides;
    }

    private List<Code> codes(List<CelExpr> expressions) {
        return expressions.stream().map(this::code).toList();
    }

    /** Literals and settings, and whatever is made of them alone. */
    private boolean isConstant(CelExpr expr) {
        return switch (expr.getKind()) {
            case IDENT, SELECT ->
                tree.getReference(expr.id())
                        .map(CelReference::name)
                        .map(names::get)
                        .map(Name::constant)
                        .orElse(false);
            case CALL ->
                expr.call().target().map(this::isConstant).orElse(true)
                        && expr.call().args().stream().allMatch(this::isConstant);
            case LIST -> expr.list().elements().stream().allMatch(this::isConstant);
            default -> true;
        };
    }
}
