package io.tongban.insurance.page;

import io.tongban.insurance.record.RawRow;
import io.tongban.insurance.record.RowCleaner;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * The rows of a bureau's table, found by its headers, and the sentences that stand among them.
 *
 * <p>Only a line with data is a row: what stands above the header, a blank line, the header again, a caption, a sum and a sentence
 * over all columns are none.
 *
 * @param headersAgain how often the header comes again
 * @param sentences what stands below the header in one cell over all columns
 * @param titles what stands in the other lines that are no rows: above the header, in headings, in columns that are not known
 */
record RecordTable(List<RawRow> rows, int headersAgain, List<String> sentences, List<String> titles) {

    private static final Set<String> FIELDS = Stream.concat(RowCleaner.FIELDS.stream(), RowCleaner.AREA_FIELDS.stream())
            .collect(Collectors.toUnmodifiableSet());

    /** What stands for a character that the bureau itself could not read: a name with a hole in it is another name. */
    private static final char LOST = '\ufffd';

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");
    private static final Pattern FIGURE = Pattern.compile("\\p{N}");

    RecordTable {
        rows = List.copyOf(rows);
        sentences = List.copyOf(sentences);
        titles = List.copyOf(titles);
    }

    static RecordTable of(Element table) throws UnreadablePage {
        List<TableGrid.Line> lines = TableGrid.lines(table);
        List<RawRow> rows = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        List<String> header = List.of();
        int headers = 0;
        for (TableGrid.Line line : lines) {
            List<String> labels = line.cells().stream().map(RecordTable::label).toList();
            if (labels.containsAll(RowCleaner.FIELDS)) {
                header = header(labels, header);
                requireYuan(line, header);
                headers++;
            } else if (!header.isEmpty() && isSentence(line, header.size())) {
                texts(line)
                        .filter(text -> !text.isBlank() && !BureauSentence.isSum(text))
                        .forEach(sentences::add);
            } else if (header.isEmpty() || isBlank(line, header) || isSum(line, header)) {
                texts(line).forEach(titles::add);
            } else if (isHeading(line, header)) {
                requireYuan(line, header);
                texts(line).forEach(titles::add);
            } else {
                rows.add(row(line, header));
            }
        }
        if (header.isEmpty()) {
            throw new UnreadablePage();
        }
        return new RecordTable(rows, headers - 1, sentences, titles);
    }

    private static Stream<String> texts(TableGrid.Line line) {
        return line.own().stream().map(PageCell::text);
    }

    /** The code of a field that stands in a line of its own, if one does; two codes name no field. */
    private static String label(PageCell cell) {
        if (!mayHoldCode(cell.text())) {
            return "";
        }
        List<String> codes = cell.text()
                .lines()
                .map(RecordTable::close)
                .filter(FIELDS::contains)
                .toList();
        return codes.size() == 1 ? codes.getFirst() : "";
    }

    /** The code of each field begins with an A; other characters than those of ASCII may stand for one. */
    private static boolean mayHoldCode(String text) {
        return text.chars().anyMatch(character -> character == 'A' || character == 'a' || character > 0x7f);
    }

    private static String close(String text) {
        return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
    }

    /** What stands in a header beside the codes must not make the sums of a column anything but yuan. */
    private static void requireYuan(TableGrid.Line line, List<String> header) throws UnreadablePage {
        for (int column = 0; column < Math.min(header.size(), line.cells().size()); column++) {
            PageCell cell = line.cells().get(column);
            if (cell.columns() == 1
                    && RowCleaner.AMOUNT_FIELDS.contains(header.get(column))
                    && !cell.text()
                            .lines()
                            .filter(text -> !FIELDS.contains(close(text)))
                            .allMatch(MoneyUnit::isYuanIn)) {
                throw new UnreadablePage();
            }
        }
    }

    /** The first header, or the same again. */
    private static List<String> header(List<String> labels, List<String> before) throws UnreadablePage {
        List<String> known = labels.stream().filter(FIELDS::contains).toList();
        if (known.stream().distinct().count() != known.size()
                || known.stream().noneMatch(RowCleaner.AREA_FIELDS::contains)
                || !(before.isEmpty() || before.equals(labels))) {
            throw new UnreadablePage();
        }
        return labels;
    }

    private static boolean isSentence(TableGrid.Line line, int width) {
        List<PageCell> written = line.own().stream()
                .filter(cell -> !RawRow.saysNothing(cell.text()))
                .toList();
        if (written.size() != 1) {
            return false;
        }
        PageCell only = written.getFirst();
        return only.columns() >= width
                || line.cells().size() == 1
                || BureauSentence.isNothing(only.text())
                || BureauSentence.isNobody(only.text());
    }

    /** Blank in all columns that are known, whatever stands in others, such as a number of the line. */
    private static boolean isBlank(TableGrid.Line line, List<String> header) {
        return known(line, header).allMatch(cell -> RawRow.saysNothing(cell.text()));
    }

    /** Whether the line names columns or a group of rows: header cells alone, and no figure in a single column that is known. */
    private static boolean isHeading(TableGrid.Line line, List<String> header) {
        return line.own().stream().allMatch(PageCell::header)
                && known(line, header)
                        .noneMatch(cell -> cell.columns() == 1
                                && FIGURE.matcher(cell.text()).find());
    }

    /** The cells in columns that are known, and those beyond the header. */
    private static Stream<PageCell> known(TableGrid.Line line, List<String> header) {
        List<PageCell> cells = line.cells();
        return IntStream.range(0, cells.size())
                .filter(column -> column >= header.size() || !header.get(column).isEmpty())
                .mapToObj(cells::get);
    }

    /** Whether the line is a sum of rows: a cell says so, and no cell says whether a contribution was paid in. */
    private static boolean isSum(TableGrid.Line line, List<String> header) {
        if (line.own().stream().noneMatch(cell -> BureauSentence.isSum(cell.text()))) {
            return false;
        }
        int posted = header.indexOf(RowCleaner.POSTED_FIELD);
        if (posted >= line.cells().size()) {
            return true;
        }
        String text = line.cells().get(posted).text();
        return RawRow.saysNothing(text) || BureauSentence.isSum(text);
    }

    private static RawRow row(TableGrid.Line line, List<String> header) throws UnreadablePage {
        if (line.cells().size() != header.size()) {
            throw new UnreadablePage();
        }
        Map<String, String> row = new HashMap<>();
        for (int column = 0; column < header.size(); column++) {
            String field = header.get(column);
            if (!field.isEmpty()) {
                row.put(field, text(line.cells().get(column), field));
            }
        }
        return new RawRow(row);
    }

    /** One text over several columns may belong to any of them, and an amount over several lines may be their sum. */
    private static String text(PageCell cell, String field) throws UnreadablePage {
        boolean shared = cell.columns() > 1 || (cell.lines() > 1 && RowCleaner.AMOUNT_FIELDS.contains(field));
        boolean whole = cell.plain() && cell.text().indexOf(LOST) < 0;
        if (!whole || (shared && !RawRow.saysNothing(cell.text()))) {
            throw new UnreadablePage();
        }
        return cell.text();
    }
}
