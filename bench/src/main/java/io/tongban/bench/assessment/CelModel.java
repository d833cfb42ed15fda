package io.tongban.bench.assessment;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.tongban.engine.assessment.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The rules of R1 as CEL expressions, run by cel-java alone: each decision of the DMN model is one expression, a decision table the
 * first of its rules whose conditions hold.
 */
public final class CelModel {

    private static final Pattern LATER =
            Pattern.compile("(later\\(.*\\)|[a-z][A-Za-z.]*) \\+ duration\\((\"P\\w+\")\\)");
    private static final Pattern CONTAINS = Pattern.compile("list contains\\(states, (\"\\w+\")\\)");
    private static final Pattern IF = Pattern.compile("if (.*?) then (.*?) else ");
    private static final Pattern EQUALS = Pattern.compile("(?<![<>=!]) = ");

    private final Map<String, CelRuntime.Program> decisions = new LinkedHashMap<>();

    public CelModel() {
        try {
            Element model = model();
            CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                    .addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                            "later",
                            CelOverloadDecl.newGlobalOverload(
                                    "later_by_period", SimpleType.INT, SimpleType.DYN, SimpleType.STRING)));
            children(model, "inputData").forEach(input -> builder.addVar(input.getAttribute("name"), SimpleType.DYN));
            children(model, "decision").forEach(made -> builder.addVar(made.getAttribute("name"), SimpleType.STRING));
            CelCompiler compiler = builder.build();
            CelRuntime runtime = CelRuntimeFactory.plannerRuntimeBuilder()
                    .addFunctionBindings(
                            CelFunctionBinding.from("later_by_period", Object.class, String.class, CelModel::later))
                    .build();
            for (Element decision : children(model, "decision")) {
                decisions.put(
                        decision.getAttribute("name"),
                        runtime.createProgram(
                                compiler.compile(expression(decision)).getAst()));
            }
        } catch (CelValidationException | CelEvaluationException failure) {
            throw new IllegalStateException("the model is no CEL", failure);
        }
    }

    private static Element model() {
        try (InputStream file = CelModel.class.getResourceAsStream("/residence-permit-R1.dmn")) {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(Objects.requireNonNull(file))
                    .getDocumentElement();
        } catch (IOException | ParserConfigurationException | SAXException failure) {
            throw new IllegalStateException("the model cannot be read", failure);
        }
    }

    private static Object later(Object day, String period) {
        return LocalDate.ofEpochDay((Long) day).plus(Period.parse(period)).toEpochDay();
    }

    private static String expression(Element decision) {
        List<Element> tables = children(decision, "decisionTable");
        if (tables.isEmpty()) {
            List<Element> entries = children(children(decision, "context").getFirst(), "contextEntry");
            String states = text(entries.get(0));
            return cel(text(entries.get(1))).replace("states", states);
        }
        Element table = tables.getFirst();
        List<String> inputs =
                children(table, "input").stream().map(input -> cel(text(input))).toList();
        StringBuilder expression = new StringBuilder();
        for (Element rule : children(table, "rule")) {
            List<Element> entries = children(rule, "inputEntry");
            List<String> conditions = new ArrayList<>();
            for (int i = 0; i < entries.size(); i++) {
                switch (text(entries.get(i))) {
                    case "-" -> {}
                    case "true" -> conditions.add("(" + inputs.get(i) + ")");
                    case "false" -> conditions.add("!(" + inputs.get(i) + ")");
                    default -> throw new IllegalStateException("no condition: " + text(entries.get(i)));
                }
            }
            String result = text(children(rule, "outputEntry").getFirst());
            expression.append(conditions.isEmpty() ? result : String.join(" && ", conditions) + " ? " + result + " : ");
            if (conditions.isEmpty()) {
                break;
            }
        }
        return expression.toString();
    }

    /** The same in CEL; conditions of two parts are the only ones with a date. */
    private static String cel(String feel) {
        String later = feel;
        while (LATER.matcher(later).find()) {
            later = LATER.matcher(later).replaceFirst("later($1, $2)");
        }
        String contained = CONTAINS.matcher(later).replaceAll("$1 in states");
        String chosen = IF.matcher(contained).replaceAll("($1) ? $2 : ");
        return EQUALS.matcher(chosen)
                .replaceAll(" == ")
                .replace(" and ", " && ")
                .replace(" or ", " || ")
                .replace("not(", "!(");
    }

    private static String text(Element element) {
        return element.getElementsByTagName("text").item(0).getTextContent().strip();
    }

    private static List<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(element -> element.getTagName().equals(name))
                .toList();
    }

    /** The facts of the DMN model in the types of CEL: numbers are long, days the number of the day. */
    public static Map<String, Object> facts(Map<String, Object> forDmn) {
        Map<String, Object> facts = new HashMap<>();
        forDmn.forEach((name, value) -> facts.put(name, value(value)));
        return facts;
    }

    private static Object value(Object value) {
        return switch (value) {
            case BigDecimal number -> number.longValueExact();
            case LocalDate day -> day.toEpochDay();
            case Map<?, ?> group -> {
                Map<String, Object> facts = new HashMap<>();
                group.forEach((name, fact) -> facts.put((String) name, value(fact)));
                yield facts;
            }
            default -> value;
        };
    }

    /** What every decision of the model comes to. */
    public Map<String, Object> evaluate(Map<String, Object> facts) {
        Map<String, Object> known = new HashMap<>(facts);
        try {
            for (Map.Entry<String, CelRuntime.Program> decision : decisions.entrySet()) {
                known.put(decision.getKey(), decision.getValue().eval(known));
            }
        } catch (CelEvaluationException failure) {
            throw new IllegalStateException("a decision could not be made", failure);
        }
        return known;
    }

    /** What each route comes to. */
    public Map<String, Outcome> outcomes(Map<String, Object> facts) {
        Map<String, Object> decided = evaluate(facts);
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (String route : List.of("employment", "residence", "study")) {
            outcomes.put(route, Outcome.valueOf((String) Objects.requireNonNull(decided.get(route + "Outcome"))));
        }
        return outcomes;
    }
}
