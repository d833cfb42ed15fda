package io.tongban.engine.document;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value of a YAML document: a map, a list, a scalar or null, with its place.
 *
 * <p>Scalars are taken as they are written, so {@code 11} and {@code "11"} are the same text, and a date need not be quoted.
 */
public final class DocumentNode {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    private final Place place;
    private final @Nullable Object content;

    /** The content is a map of members, a list of items, a text or null. */
    DocumentNode(Place place, @Nullable Object content) {
        this.place = place;
        this.content = content;
    }

    /** A document of the extent of a standard. */
    public static DocumentNode read(String file, String text) {
        return read(file, text, Extent.STANDARD);
    }

    /**
     * The document's root, unfolded: aliases are copies of what they name.
     *
     * @throws DocumentInvalid if the text is no YAML, has no root, holds itself, or is larger than the extent
     */
    public static DocumentNode read(String file, String text, Extent extent) {
        return DocumentReader.read(file, text, extent);
    }

    /**
     * A document of values that were read elsewhere: maps, lists, scalars and null. None of them has a line.
     *
     * @param what the document is called in what is said of it
     */
    public static DocumentNode of(String what, @Nullable Object value) {
        return of(Place.root(what, Place.NO_LINE), value);
    }

    private static DocumentNode of(Place place, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, DocumentNode> members = new LinkedHashMap<>();
            map.forEach((key, member) ->
                    members.put(String.valueOf(key), of(place.inside(String.valueOf(key), Place.NO_LINE), member)));
            return new DocumentNode(place, members);
        }
        if (value instanceof List<?> list) {
            List<DocumentNode> items = new ArrayList<>();
            list.forEach(item -> items.add(of(place.item(items.size() + 1, Place.NO_LINE), item)));
            return new DocumentNode(place, items);
        }
        return new DocumentNode(place, value == null ? null : value.toString());
    }

    /** The same place with other members; each keeps its own. */
    public DocumentNode withMembers(Map<String, DocumentNode> members) {
        return new DocumentNode(place, new LinkedHashMap<>(members));
    }

    /** The same place with other items; each keeps its own. */
    public DocumentNode withItems(List<DocumentNode> items) {
        return new DocumentNode(place, List.copyOf(items));
    }

    public Place place() {
        return place;
    }

    public String file() {
        return place.file();
    }

    public int line() {
        return place.line();
    }

    public boolean isMap() {
        return content instanceof Map;
    }

    public boolean isList() {
        return content instanceof List;
    }

    public boolean isNull() {
        return content == null;
    }

    /** The members of a map in their order. */
    @SuppressWarnings("unchecked") // a map is always one of members
    public Map<String, DocumentNode> members() {
        if (!(content instanceof Map)) {
            throw invalid(said() + " must be a map", "write it as key: value lines");
        }
        return Collections.unmodifiableMap((Map<String, DocumentNode>) content);
    }

    DocumentInvalid unknownKey(String key, DocumentNode member, List<String> known) {
        return member.invalid(
                "unknown key '" + key + "'" + (place.path().isEmpty() ? "" : " in " + place.path()),
                nearest(key, known)
                        .map(word -> "write '" + word + "', or take the key out")
                        .orElse("use one of " + String.join(", ", known)));
    }

    public DocumentNode get(String key) {
        return find(key)
                .orElseThrow(() -> invalid(
                        "'" + key + "' is not there" + (place.path().isEmpty() ? "" : " in " + place.path()),
                        "add the line '" + key + ": …'"));
    }

    public Optional<DocumentNode> find(String key) {
        return Optional.ofNullable(members().get(key));
    }

    @SuppressWarnings("unchecked") // a list is always one of items
    public List<DocumentNode> items() {
        if (!(content instanceof List)) {
            throw invalid(said() + " must be a list", "write it as [a, b] or as lines that begin with '- '");
        }
        return Collections.unmodifiableList((List<DocumentNode>) content);
    }

    public String text() {
        if (!(content instanceof String text)) {
            throw invalid(said() + " must be a text", "write one value there");
        }
        return text;
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
        return new DocumentInvalid(place.file(), place.line(), problem, remedy);
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

    String said() {
        return place.path().isEmpty() ? "the document" : "'" + place.path() + "'";
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
