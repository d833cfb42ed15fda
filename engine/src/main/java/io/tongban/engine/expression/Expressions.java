package io.tongban.engine.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelUnparserVisitor;
import io.tongban.engine.document.DocumentInvalid;
import io.tongban.engine.document.DocumentNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The expression language of the standards: CEL over named, typed facts and settings, with dates added.
 *
 * <p>Functions: {@code date.plusDays(int)}, {@code date.plusMonths(int)} (no corresponding day: as {@link MonthEnd} says), {@code
 * date.isBefore(date)}, {@code date.isAfter(date)}.
 */
public final class Expressions {

    private static final int LONGEST = 4_000;
    private static final int DEEPEST = 32;

    private static final CelType DATE = OpaqueType.create("date");
    private static final CelType MONTH = OpaqueType.create("month");
    private static final CelType FINDING = OpaqueType.create("finding");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");

    private final Map<String, Name> names;
    private final int definitions;
    private final @Nullable Sides sides;
    private final CelCompiler compiler;

    private Expressions(Map<String, Name> names, int definitions, @Nullable Sides sides) {
        this.names = names;
        this.definitions = definitions;
        this.sides = sides;
        this.compiler = compiler(names);
    }

    public static Expressions over(List<Fact> facts) {
        Map<String, Name> names = new LinkedHashMap<>();
        facts.forEach(fact -> names.put(fact.expression(), Name.of(fact)));
        return new Expressions(names, 0, null);
    }

    /** The same, which tells this of every side of a condition that decides. */
    public Expressions telling(Sides told) {
        return new Expressions(names, definitions, told);
    }

    /** With facts that only this standard has. */
    public Expressions with(Map<String, FactType> facts) {
        Map<String, Name> all = new LinkedHashMap<>(names);
        facts.forEach((name, type) -> all.put(name, Name.ofFact(name, type)));
        return new Expressions(all, definitions, sides);
    }

    /** With settings, whose values become part of what is compiled. */
    public Expressions with(Map<String, FactType> types, Map<String, Object> values) {
        Map<String, Name> all = new LinkedHashMap<>(names);
        types.forEach((name, type) -> all.put(name, Name.ofSetting(type, Objects.requireNonNull(values.get(name)))));
        return new Expressions(all, definitions, sides);
    }

    /** With one more definition; an {@link Evaluation} needs room for all of them. */
    public Expressions define(String name, Expression definition) {
        Map<String, Name> all = new LinkedHashMap<>(names);
        all.put(name, Name.ofDefinition(definitions, definition));
        return new Expressions(all, definitions + 1, sides);
    }

    /** An expression that must be of this type. */
    public Expression compiled(DocumentNode node, FactType expected) {
        return compiled(node, expected, MonthEnd.LAST_DAY);
    }

    /** An expression that must be of this type, in which a date plus months without a corresponding day means this day. */
    public Expression compiled(DocumentNode node, FactType expected, MonthEnd monthEnd) {
        Expression expression = compiled(node, monthEnd);
        if (expression.type() != expected) {
            throw node.invalid(
                    "'" + node.text().strip() + "' is a " + said(expression.type()),
                    "write an expression that is a " + said(expected));
        }
        return expression;
    }

    public Expression compiled(DocumentNode node) {
        return compiled(node, MonthEnd.LAST_DAY);
    }

    /** An expression in which a date plus months without a corresponding day means this day. */
    public Expression compiled(DocumentNode node, MonthEnd monthEnd) {
        String source = node.text();
        requireBounded(node, source);
        try {
            CelAbstractSyntaxTree tree = checked(source);
            FactType type = typeOf(tree.getResultType())
                    .orElseThrow(() -> node.invalid(
                            "'" + source.strip() + "' is a "
                                    + tree.getResultType().name(),
                            "write an expression that is a flag, number, word, date, month or list of words"));
            ExpressionCompiler compiled = new ExpressionCompiler(tree, names, monthEnd, teller(node, tree));
            Code code = compiled.code();
            return new Expression(
                    node.place(),
                    type,
                    new Expression.Parts(namesIn(tree), compiled.numbers(), compiled.addsMonths()),
                    code);
        } catch (CelValidationException refused) {
            throw refusal(node, source, refused);
        } catch (ExpressionCompiler.NotInTheLanguage refused) {
            throw node.invalid(
                    "the expression '" + source.strip() + "' is not right: " + refused.getMessage()
                            + " is not in the language of the standards",
                    "say it with the operators, size, in and the functions of dates and words");
        }
    }

    private ExpressionCompiler.Teller teller(DocumentNode node, CelAbstractSyntaxTree tree) {
        if (sides == null) {
            return (operator, side, code) -> code;
        }
        return (operator, side, code) ->
                sides.told(new Sides.Side(node.place(), operator, new CelUnparserVisitor(tree).unparse(side)), code);
    }

    private Map<String, FactType> types() {
        Map<String, FactType> types = new LinkedHashMap<>();
        names.forEach((name, known) -> types.put(name, known.type()));
        return types;
    }

    private Set<String> namesIn(CelAbstractSyntaxTree tree) {
        return tree.getReferenceMap().values().stream()
                .map(CelReference::name)
                .filter(names::containsKey)
                .collect(Collectors.toSet());
    }

    /** Parser, checker and compiler go down one level of the stack for each level of the expression. */
    private static void requireBounded(DocumentNode node, String source) {
        if (source.length() > LONGEST) {
            throw node.invalid(
                    "the expression has more than " + LONGEST + " characters",
                    "define a part of it under a name of its own");
        }
        int depth = 0;
        for (int at = 0;
                at < source.length();
                at++) { // brackets within texts count too, of which nobody writes as many
            depth += switch (source.charAt(at)) {
                case '(', '[', '{', '?' -> 1;
                case ')', ']', '}' -> -1;
                default -> 0;
            };
            if (depth > DEEPEST) {
                throw node.invalid(
                        "the expression is nested deeper than " + DEEPEST + " levels",
                        "define a part of it under a name of its own");
            }
        }
    }

    CelAbstractSyntaxTree checked(String source) throws CelValidationException {
        return compiler.compile(source).getAst();
    }

    private DocumentInvalid refusal(DocumentNode node, String source, CelValidationException refused) {
        CelIssue issue = refused.getErrors().getFirst();
        String said = issue.getMessage().lines().findFirst().orElse("").replaceAll(" \\(in container ''\\)", "");
        Optional<String> unknown = said.startsWith("undeclared reference")
                ? nameAt(
                        source,
                        issue.getSourceLocation().getLine(),
                        issue.getSourceLocation().getColumn())
                : Optional.empty();
        if (unknown.isEmpty()) {
            return node.invalid(
                    "the expression '" + source.strip() + "' is not right: " + said, "compare the types: " + types());
        }
        String name = unknown.get();
        return node.invalid(
                "there is no fact, setting or function '" + name + "'",
                DocumentNode.nearest(name, List.copyOf(names.keySet()))
                        .map(known -> "write '" + known + "'")
                        .orElse("use one of " + String.join(", ", names.keySet())));
    }

    private static Optional<String> nameAt(String source, int line, int column) {
        List<String> lines = new ArrayList<>(source.lines().toList());
        if (line < 1 || line > lines.size()) {
            return Optional.empty();
        }
        Matcher name = NAME.matcher(lines.get(line - 1));
        while (name.find()) {
            if (name.start() <= column && column <= name.end()) {
                return Optional.of(name.group());
            }
        }
        return Optional.empty();
    }

    private static CelCompiler compiler(Map<String, Name> names) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .addFunctionDeclarations(
                        member("plusDays", "date_plus_days", DATE, SimpleType.INT),
                        member("plusMonths", Operations.PLUS_MONTHS, DATE, SimpleType.INT),
                        member("isBefore", "date_is_before", SimpleType.BOOL, DATE),
                        member("isAfter", "date_is_after", SimpleType.BOOL, DATE));
        names.forEach((name, known) -> builder.addVar(name, cel(known.type())));
        return builder.build();
    }

    private static CelFunctionDecl member(String name, String id, CelType result, CelType argument) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newMemberOverload(id, result, DATE, argument));
    }

    private static CelType cel(FactType type) {
        return switch (type) {
            case FLAG -> SimpleType.BOOL;
            case NUMBER -> SimpleType.INT;
            case WORD -> SimpleType.STRING;
            case DATE -> DATE;
            case MONTH -> MONTH;
            case WORDS -> ListType.create(SimpleType.STRING);
            case FINDINGS -> ListType.create(FINDING);
        };
    }

    private static Optional<FactType> typeOf(CelType cel) {
        for (FactType type : FactType.values()) {
            if (cel(type).equals(cel)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private static String said(FactType type) {
        return switch (type) {
            case FLAG -> "condition (true or false)";
            case NUMBER -> "whole number";
            case WORD -> "word";
            case DATE -> "date";
            case MONTH -> "month";
            case WORDS -> "list of words";
            case FINDINGS -> "list of findings";
        };
    }
}
