package io.tongban.insurance.page;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

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

    private static final String STRIKING = "del, s, strike";

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
        return element.hasAttr("hidden")
                || HIDING.matcher(element.attr("style")).find();
    }

    private static int span(Element cell, String attribute) {
        String written = cell.attr(attribute).strip();
        return DIGITS.matcher(written).matches() ? Integer.parseInt(written) : 1;
    }

    /** The text that is seen in an element. */
    static String seenText(Element element) {
        SeenText seen = new SeenText();
        element.childNodes().forEach(child -> NodeTraversor.filter(seen, child));
        String text = BREAKS.matcher(seen.text).replaceAll("\n");
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    private static boolean isPlain(Element cell, String text) {
        if (isStruckOut(cell)
                || isDoubtful(cell)
                || cell.selectFirst(STRIKING + ", sup, sub, select, textarea, ruby") != null
                || cell.selectFirst("input:not([type~=(?i)^(hidden|checkbox|radio|button|submit)$])") != null
                || cell.selectFirst("[alt~=\\S], img[title~=\\S]") != null
                || (text.isBlank() && cell.selectFirst("img, svg, canvas, object, embed, iframe") != null)) {
            return false;
        }
        return cell.children().select("td, th").stream()
                        .filter(inside -> !seenText(inside).isBlank())
                        .count()
                <= 1;
    }

    /** Whether a line goes through what is around the cell, such as the row, and so through the cell. */
    private static boolean isStruckOut(Element cell) {
        return cell.closest(STRIKING) != null
                || cell.parents().stream()
                        .anyMatch(around ->
                                STRUCK_OUT.matcher(around.attr("style")).find());
    }

    /** Whether a style of the cell, or of a part of the cell that is displayed, changes how its text is seen. */
    private static boolean isDoubtful(Element cell) {
        return cell.getAllElements().stream()
                .filter(Element::hasText)
                .filter(part -> DOUBTFUL.matcher(part.attr("style")).find())
                .anyMatch(part -> isDisplayed(part, cell));
    }

    private static boolean isDisplayed(Element part, Element cell) {
        return Stream.iterate(part, around -> !cell.equals(around), Element::parent)
                .noneMatch(around -> around.hasAttr("hidden")
                        || NOT_DISPLAYED.matcher(around.attr("style")).find());
    }

    /** Leaves out what is hidden or no text, and breaks lines as a browser does. */
    private static final class SeenText implements NodeFilter {

        private final StringBuilder text = new StringBuilder();

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(WHITE_SPACE.matcher(words.getWholeText()).replaceAll(" "));
            } else if (node instanceof Element element) {
                if (isHidden(element) || element.nameIs("template") || element.nameIs("noscript")) {
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
