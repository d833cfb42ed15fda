package io.tongban.permit.document;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value of a YAML document: a map, a list, a scalar or null, with its place.
 *
 * <p>Scalars are taken as they are written, so {@code 11} and {@code "11"} are the same text, and a date need not be quoted.
 */
public final class DocumentNode {

    private static final int DEEPEST = 40;
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    private final String file;
    private final Node node;
    private final String path;
    private final int depth;

    private DocumentNode(String file, Node node, String path, int depth) {
        this.file = file;
        this.node = node;
        this.path = path;
        this.depth = depth;
        if (depth > DEEPEST) {
            throw invalid("the document is nested too deeply or holds itself", "take the alias (*name) out");
        }
    }

    /**
     * The document's root.
     *
     * @throws DocumentInvalid if the text is no YAML or has no root
     */
    public static DocumentNode read(String file, String text) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root == null) {
                throw new DocumentInvalid(file, 1, "the file is empty", "write the document, or delete the file");
            }
            return new DocumentNode(file, root, "", 0);
        } catch (MarkedYAMLException cause) {
            int line =
                    cause.getProblemMark() == null ? 1 : cause.getProblemMark().getLine() + 1;
            throw new DocumentInvalid(
                    file, line, "not YAML: " + cause.getProblem(), "mend the indentation, quotes or brackets there");
        } catch (YAMLException cause) {
            throw new DocumentInvalid(file, 1, "not YAML: " + cause.getMessage(), "write it as UTF-8 text");
        }
    }

    public String file() {
        return file;
    }

    public int line() {
        return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public boolean isNull() {
        return node.getTag().equals(Tag.NULL);
    }

    /** The members of a map in their order. */
    public Map<String, DocumentNode> members() {
        if (!(node instanceof MappingNode map)) {
            throw invalid(said() + " must be a map", "write it as key: value lines");
        }
        Map<String, DocumentNode> members = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw invalid(said() + " has a key that is no word", "write keys as plain words");
            }
            String inside = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
            DocumentNode member = new DocumentNode(file, tuple.getValueNode(), inside, depth + 1);
            if (members.put(key.getValue(), member) != null) {
                throw member.invalid("'" + key.getValue() + "' is there twice", "keep one of the two");
            }
        }
        return members;
    }

    /** Refuses every key that is not named, so that a typing mistake is not lost. */
    public Map<String, DocumentNode> members(String... known) {
        Map<String, DocumentNode> members = members();
        members.forEach((key, member) -> {
            if (!Arrays.asList(known).contains(key)) {
                throw member.invalid(
                        "unknown key '" + key + "'" + (path.isEmpty() ? "" : " in " + path),
                        nearest(key, List.of(known))
                                .map(word -> "write '" + word + "', or take the key out")
                                .orElse("use one of " + String.join(", ", known)));
            }
        });
        return members;
    }

    public DocumentNode get(String key) {
        return find(key)
                .orElseThrow(() -> invalid(
                        "'" + key + "' is not there" + (path.isEmpty() ? "" : " in " + path),
                        "add the line '" + key + ": …'"));
    }

    public Optional<DocumentNode> find(String key) {
        return Optional.ofNullable(members().get(key));
    }

    public List<DocumentNode> items() {
        if (!(node instanceof SequenceNode list)) {
            throw invalid(said() + " must be a list", "write it as [a, b] or as lines that begin with '- '");
        }
        List<DocumentNode> items = new ArrayList<>();
        for (Node item : list.getValue()) {
            items.add(new DocumentNode(file, item, path + "[" + (items.size() + 1) + "]", depth + 1));
        }
        return items;
    }

    public String text() {
        if (!(node instanceof ScalarNode scalar) || isNull()) {
            throw invalid(said() + " must be a text", "write one value there");
        }
        return scalar.getValue();
    }

    public int integer(int smallest, int largest) {
        String text = text();
        try {
            int number = Integer.parseInt(text);
            if (number >= smallest && number <= largest) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // said below, as for a number out of range
        }
        throw invalid(said() + " is '" + text + "'", "write a whole number from " + smallest + " to " + largest);
    }

    public boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid(said() + " is '" + text() + "'", "write true or false");
        };
    }

    public BigDecimal decimal() {
        return parsed("a number such as 3500.00", BigDecimal::new);
    }

    public LocalDate date() {
        if (!DATE.matcher(text()).matches()) {
            throw invalid(said() + " is '" + text() + "'", "write a date such as 2017-05-08");
        }
        return parsed("a date that exists, such as 2017-05-08", LocalDate::parse);
    }

    public YearMonth month() {
        if (!MONTH.matcher(text()).matches()) {
            throw invalid(said() + " is '" + text() + "'", "write a month such as 2017-05");
        }
        return parsed("a month that exists, such as 2017-05", YearMonth::parse);
    }

    public <E extends Enum<E>> E constant(Class<E> type) {
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        if (!names.contains(text())) {
            throw invalid(said() + " is '" + text() + "'", "write one of " + String.join(", ", names));
        }
        return Enum.valueOf(type, text());
    }

    /** The plain value, as maps, lists, texts and null. */
    public @Nullable Object value() {
        if (isMap()) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            members().forEach((key, member) -> values.put(key, member.value()));
            return values;
        }
        if (isList()) {
            List<@Nullable Object> values = new ArrayList<>();
            items().forEach(item -> values.add(item.value()));
            return values;
        }
        return isNull() ? null : text();
    }

    /** To be thrown: what is wrong with this value and what to do. */
    public DocumentInvalid invalid(String problem, String remedy) {
        return new DocumentInvalid(file, line(), problem, remedy);
    }

    /** The known word that was probably meant. */
    public static Optional<String> nearest(String word, List<String> known) {
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= Math.max(1, word.length() / 3))
                .min((a, b) -> Integer.compare(distance(word, a), distance(word, b)));
    }

    private <T> T parsed(String expected, Function<String, T> parse) {
        try {
            return parse.apply(text());
        } catch (DateTimeException | NumberFormatException cause) {
            throw invalid(said() + " is '" + text() + "'", "write " + expected);
        }
    }

    private String said() {
        return path.isEmpty() ? "the document" : "'" + path + "'";
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
