package io.tongban.insurance.page;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.Selector;

/**
 * A cell of a page.
 *
 * @param text what is seen in it, with a line feed only where a new line is seen
 * @param columns over how many columns it goes
 * @param lines over how many lines it goes
 * @param header whether the page says that it is a header
 * @param plain whether the text says all: no part of the cell is struck out, unseen, set above the line, a field or a picture
 */
record PageCell(String text, int columns, int lines, boolean header, boolean plain) {

    private static final Pattern WHITE_SPACE = Pattern.compile("[ \\t\\n\\f\\r]+");
    private static final Pattern BREAKS = Pattern.compile(" *\\n[ \\n]*");
    private static final Pattern BLANKS = Pattern.compile(" {2,}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,5}");

    private static final String NOUGHT = "\\s*[:=]\\s*(?:0+(?:\\.0*)?|\\.0+)(?:[a-z]+|%)?\\s*(?:[;!)]|$)";

    private static final Pattern HIDING =
            Pattern.compile("(?i)display\\s*:\\s*none|visibility\\s*:\\s*(?:hidden|collapse)|opacity" + NOUGHT);

    private static final Pattern NOT_DISPLAYED = Pattern.compile("(?i)display\\s*:\\s*none");

    private static final Pattern STRUCK_OUT = Pattern.compile("(?i)line-through");

    /** Styles by which a text keeps its place in the line, and is struck out, without size or colour, cut off or moved away. */
    private static final Pattern DOUBTFUL = Pattern.compile("(?is)" + STRUCK_OUT.pattern() + "|" + HIDING.pattern()
            + "|font-size" + NOUGHT
            + "|(?<![\\w-])font\\s*:[^;]*(?<![\\w.])0(?:px|em|pt|%)?\\s*/"
            + "|(?<![\\w-])color\\s*:\\s*transparent"
            + "|(?:left|right|top|bottom|text-indent|margin-left|margin-top)\\s*:\\s*-[0-9]{3,}"
            + "|(?<![\\w-])clip(?:-path)?\\s*:|scale\\(\\s*0\\s*[,)]"
            + "|(?=.*overflow\\s*:\\s*hidden).*(?<![\\w-])(?:max-)?(?:width|height)" + NOUGHT);

    private static final Set<String> STRIKING = Set.of("del", "s", "strike");

    /** Parsed once: a page has hundreds of cells. */
    private static final Evaluator NOT_PLAIN = Selector.evaluatorOf("del, s, strike, sup, sub, select, textarea, ruby");

    private static final Evaluator FIELD_OF_A_FORM =
            Selector.evaluatorOf("input:not([type~=(?i)^(hidden|checkbox|radio|button|submit)$])");
    private static final Evaluator WORD_BESIDE = Selector.evaluatorOf("[alt~=\\S], img[title~=\\S]");
    private static final Evaluator PICTURE = Selector.evaluatorOf("img, svg, canvas, object, embed, iframe");
    private static final Evaluator CELL = Selector.evaluatorOf("td, th");

    /** Limits of HTML. */
    private static final int MOST_COLUMNS = 1000;

    private static final int MOST_LINES = 65_534;

    static PageCell of(Element cell) {
        String text = seenText(cell);
        return new PageCell(
                text,
                Math.clamp(span(cell, "colspan"), 1, MOST_COLUMNS),
                cell.attr("rowspan").strip().equals("0")
                        ? MOST_LINES
                        : Math.clamp(span(cell, "rowspan"), 1, MOST_LINES),
                cell.nameIs("th"),
                isPlain(cell, text));
    }

    /** Whether the element itself is told not to be shown. */
    static boolean isHidden(Element element) {
        return element.hasAttr("hidden") || hasStyle(element, HIDING);
    }

    private static boolean hasStyle(Element element, Pattern style) {
        return element.hasAttr("style") && style.matcher(element.attr("style")).find();
    }

    private static int span(Element cell, String attribute) {
        String written = cell.attr(attribute).strip();
        return DIGITS.matcher(written).matches() ? Integer.parseInt(written) : 1;
    }

    /** The text that is seen in an element. */
    static String seenText(Element element) {
        return seenText(element, none -> false);
    }

    /** The text that is seen in an element without some of its parts. */
    static String seenText(Element element, Predicate<Element> leftOut) {
        SeenText seen = new SeenText(leftOut);
        element.childNodes().forEach(child -> NodeTraversor.filter(seen, child));
        String text = seen.text.toString();
        if (text.indexOf('\n') >= 0) {
            text = BREAKS.matcher(text).replaceAll("\n");
        }
        if (text.contains("  ")) {
            text = BLANKS.matcher(text).replaceAll(" ");
        }
        return text.strip();
    }

    private static boolean isPlain(Element cell, String text) {
        if (isStruckOut(cell)) {
            return false;
        }
        if (cell.childrenSize() == 0 && !cell.hasAttr("style") && !cell.hasAttr("alt")) {
            return true; // a text alone, as nearly all cells have
        }
        if (isDoubtful(cell)
                || cell.selectFirst(NOT_PLAIN) != null
                || cell.selectFirst(FIELD_OF_A_FORM) != null
                || cell.selectFirst(WORD_BESIDE) != null
                || (text.isBlank() && cell.selectFirst(PICTURE) != null)) {
            return false;
        }
        return cell.children().stream()
                        .flatMap(child -> child.select(CELL).stream())
                        .filter(inside -> !seenText(inside).isBlank())
                        .count()
                <= 1;
    }

    /** Whether a line goes through what is around the cell, such as the row, and so through the cell. */
    private static boolean isStruckOut(Element cell) {
        for (Element around = cell.parent(); around != null; around = around.parent()) {
            if (STRIKING.contains(around.normalName()) || hasStyle(around, STRUCK_OUT)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a style of the cell, or of a part of the cell that is displayed, changes how its text is seen. */
    private static boolean isDoubtful(Element cell) {
        return cell.getAllElements().stream()
                .filter(Element::hasText)
                .filter(part -> hasStyle(part, DOUBTFUL))
                .anyMatch(part -> isDisplayed(part, cell));
    }

    private static boolean isDisplayed(Element part, Element cell) {
        return Stream.iterate(part, around -> !cell.equals(around), Element::parent)
                .noneMatch(around -> around.hasAttr("hidden") || hasStyle(around, NOT_DISPLAYED));
    }

    /** Leaves out what is hidden or no text, and breaks lines as a browser does. */
    private static final class SeenText implements NodeFilter {

        private final StringBuilder text = new StringBuilder();
        private final Predicate<Element> leftOut;

        SeenText(Predicate<Element> leftOut) {
            this.leftOut = leftOut;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(WHITE_SPACE.matcher(words.getWholeText()).replaceAll(" "));
            } else if (node instanceof Element element) {
                if (leftOut.test(element)
                        || isHidden(element)
                        || element.nameIs("template")
                        || element.nameIs("noscript")) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                breakLine(element);
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                breakLine(element);
            }
            return FilterResult.CONTINUE;
        }

        private void breakLine(Element element) {
            if (element.isBlock() || element.nameIs("br")) {
                text.append('\n');
            }
        }
    }
}
