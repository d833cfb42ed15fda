package io.tongban.insurance.page;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * Reads the bureau's HTML; nothing is made up for what is not there.
 *
 * <p>The parser of HTML closes what is open, so whether a page was cut off is told by the end tags that it did not find.
 */
public final class BureauPageParser {

    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}{1,6}");

    private static final Evaluator RECORDS = Selector.evaluatorOf("[id=records]");
    private static final Evaluator MESSAGE = Selector.evaluatorOf("[id=message]");
    private static final Evaluator PAGES = Selector.evaluatorOf("[id=pages]");
    private static final Evaluator TOTAL = Selector.evaluatorOf("[id=total]");

    private BureauPageParser() {}

    /**
     * The page that the text is.
     *
     * @throws UnreadablePage if it is not a whole page of the bureau
     */
    public static BureauPage parse(String html) throws UnreadablePage {
        Document document = Jsoup.parse(html, "", Parser.htmlParser().setTrackPosition(true));
        Elements tables = document.select(RECORDS);
        Elements messages = shown(document.select(MESSAGE));
        boolean unknown =
                messages.stream().anyMatch(message -> message.attr("data-code").equals("PERSON_UNKNOWN"));
        if (tables.isEmpty() && unknown) {
            return nobody(document, messages);
        }
        if (tables.size() != 1 || !isClosed(tables.getFirst()) || shown(tables).isEmpty()) {
            throw new UnreadablePage();
        }
        RecordTable table = RecordTable.of(tables.getFirst());
        int pages = count(document, PAGES);
        int total = count(document, TOTAL);
        String beside = textBesideLines(document);
        if (tellsOfFailure(beside, messages, table) || countsInAnotherUnit(beside, table)) {
            throw new UnreadablePage();
        }
        return table.rows().isEmpty() && total == 0 ? empty(pages, table, unknown) : rows(pages, total, table, unknown);
    }

    /** A page without a table, that says nothing but that there is no such person. */
    private static BureauPage nobody(Document document, Elements messages) throws UnreadablePage {
        boolean whole = messages.stream().allMatch(BureauPageParser::isClosed) && isWhole(document);
        if (!whole || sayFailure(messages) || BureauSentence.standsIn(PageCell.seenText(document.body()))) {
            throw new UnreadablePage();
        }
        return new BureauPage.PersonUnknown();
    }

    /** Whether a text beside the rows says that something failed: rows may then be missing, and an unknown person be known. */
    private static boolean tellsOfFailure(String beside, Elements messages, RecordTable table) {
        return table.sentences().stream().anyMatch(BureauSentence::isFailure)
                || table.titles().stream().anyMatch(BureauSentence::standsIn)
                || sayFailure(messages)
                || BureauSentence.standsIn(beside);
    }

    private static boolean countsInAnotherUnit(String beside, RecordTable table) {
        return Stream.concat(table.sentences().stream(), table.titles().stream())
                        .anyMatch(MoneyUnit::isAnotherIn)
                || MoneyUnit.isAnotherIn(beside);
    }

    private static boolean sayFailure(Elements messages) {
        return messages.stream().map(PageCell::seenText).anyMatch(BureauSentence::isFailure);
    }

    /** What is seen on the page without the lines of the records: the name of a unit may have any words. */
    private static String textBesideLines(Document document) {
        return PageCell.seenText(document.body(), part -> part.nameIs("tr") && part.closest(RECORDS) != null);
    }

    /** A page that carries rows does not say that there is no such person, whatever its message. */
    private static BureauPage rows(int pages, int total, RecordTable table, boolean unknown) throws UnreadablePage {
        if (table.rows().isEmpty() && unknown) {
            throw new UnreadablePage();
        }
        return new BureauPage.Rows(pages, total, table.rows(), table.headersAgain());
    }

    /** No rows, and none counted. */
    private static BureauPage empty(int pages, RecordTable table, boolean unknown) throws UnreadablePage {
        if (unknown || table.sentences().stream().anyMatch(BureauSentence::isNobody)) {
            return new BureauPage.PersonUnknown();
        }
        boolean said = table.sentences().isEmpty() || table.sentences().stream().anyMatch(BureauSentence::isNothing);
        if (!said) {
            throw new UnreadablePage();
        }
        return new BureauPage.Rows(pages, 0, table.rows(), table.headersAgain());
    }

    private static Elements shown(Elements elements) {
        return elements.stream()
                .filter(element -> !PageCell.isHidden(element)
                        && element.parents().stream().noneMatch(PageCell::isHidden))
                .collect(Elements::new, Elements::add, Elements::addAll);
    }

    private static boolean isClosed(Element element) {
        return !element.endSourceRange().isImplicit();
    }

    private static boolean isWhole(Document document) {
        Element html = document.expectFirst("html");
        return html.sourceRange().isImplicit() || isClosed(html);
    }

    /** The bureau's own count, which pages may show above and below the table. */
    private static int count(Document document, Evaluator id) throws UnreadablePage {
        Elements counts = document.select(id);
        if (counts.eachText().stream().map(String::strip).distinct().count() != 1
                || !counts.stream().allMatch(BureauPageParser::isClosed)) {
            throw new UnreadablePage();
        }
        String text = counts.getFirst().text().replace('\u00a0', ' ').strip();
        if (!DIGITS.matcher(text).matches()) {
            throw new UnreadablePage();
        }
        return Integer.parseInt(text);
    }
}
