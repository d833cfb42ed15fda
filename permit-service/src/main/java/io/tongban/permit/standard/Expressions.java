package io.tongban.permit.standard;

import com.google.common.collect.ImmutableList;
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
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.tongban.permit.document.DocumentInvalid;
import io.tongban.permit.document.DocumentNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The expression language of the standards: CEL over named, typed facts and settings, with dates added.
 *
 * <p>Functions: {@code date.plusDays(int)}, {@code date.plusMonths(int)} (no corresponding day: the month's last), {@code
 * date.isBefore(date)}, {@code date.isAfter(date)}.
 */
final class Expressions {

    private static final CelType DATE = OpaqueType.create("date");
    private static final CelType MONTH = OpaqueType.create("month");
    private static final CelType FINDING = OpaqueType.create("finding");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");

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

    private final Map<String, FactType> names;
    private final CelCompiler compiler;

    private Expressions(Map<String, FactType> names) {
        this.names = names;
        this.compiler = compiler(names);
    }

    static Expressions over(List<Fact> facts) {
        Map<String, FactType> names = new LinkedHashMap<>();
        facts.forEach(fact -> names.put(fact.expression(), fact.type()));
        return new Expressions(names);
    }

    Expressions with(Map<String, FactType> more) {
        Map<String, FactType> all = new LinkedHashMap<>(names);
        all.putAll(more);
        return new Expressions(all);
    }

    /** An expression that must be of this type. */
    Expression compiled(DocumentNode node, FactType expected) {
        Expression expression = compiled(node);
        if (expression.type() != expected) {
            throw node.invalid(
                    "'" + node.text().strip() + "' is a " + said(expression.type()),
                    "write an expression that is a " + said(expected));
        }
        return expression;
    }

    Expression compiled(DocumentNode node) {
        String source = node.text();
        try {
            CelAbstractSyntaxTree tree = compiler.compile(source).getAst();
            FactType type = typeOf(tree.getResultType())
                    .orElseThrow(() -> node.invalid(
                            "'" + source.strip() + "' is a "
                                    + tree.getResultType().name(),
                            "write an expression that is a flag, number, word, date, month or list of words"));
            return new Expression(node.file() + ":" + node.line(), type, namesIn(tree), RUNTIME.createProgram(tree));
        } catch (CelValidationException refused) {
            throw refusal(node, source, refused);
        } catch (CelEvaluationException refused) {
            throw node.invalid("the expression cannot be run: " + refused.getMessage(), "write it in a simpler way");
        }
    }

    private Set<String> namesIn(CelAbstractSyntaxTree tree) {
        return tree.getReferenceMap().values().stream()
                .map(CelReference::name)
                .filter(names::containsKey)
                .collect(Collectors.toSet());
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
                    "the expression '" + source.strip() + "' is not right: " + said, "compare the types: " + names);
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

    private static CelCompiler compiler(Map<String, FactType> names) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .addFunctionDeclarations(
                        member("plusDays", "date_plus_days", DATE, SimpleType.INT),
                        member("plusMonths", "date_plus_months", DATE, SimpleType.INT),
                        member("isBefore", "date_is_before", SimpleType.BOOL, DATE),
                        member("isAfter", "date_is_after", SimpleType.BOOL, DATE));
        names.forEach((name, type) -> builder.addVar(name, cel(type)));
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
