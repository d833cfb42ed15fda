package io.tongban.insurance.page;

import java.util.regex.Pattern;
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
 * @param plain whether its text says all: nothing in it is struck out, set above the line, to be filled in, or a picture
 */
record PageCell(String text, int columns, int lines, boolean header, boolean plain) {

    private static final Pattern WHITE_SPACE = Pattern.compile("[ \\t\\n\\f\\r]+");
    private static final Pattern BREAKS = Pattern.compile(" *\\n[ \\n]*");
    private static final Pattern BLANKS = Pattern.compile(" {2,}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,5}");

    private static final Pattern HIDING =
            Pattern.compile("(?i)display\\s*:\\s*none|visibility\\s*:\\s*(?:hidden|collapse)");

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
        if (cell.selectFirst("del, s, strike, sup, sub, select, textarea, ruby") != null
                || cell.selectFirst("input:not([type~=(?i)^(hidden|checkbox|radio|button|submit)$])") != null
                || (text.isBlank() && cell.selectFirst("img, svg, canvas, object, embed, iframe") != null)) {
            return false;
        }
        return cell.children().select("td, th").stream()
                        .filter(inside -> !seenText(inside).isBlank())
                        .count()
                <= 1;
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
