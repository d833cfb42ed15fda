package io.tongban.engine.guide;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.tongban.engine.deadline.Deadline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.logging.Level;

/** Prints a page on A4: a tagged PDF with its fonts inside. */
final class PagePrinter {

    /** The families of {@code page.css}: what a bold or ordinary character is not in is looked for in the next. */
    private enum Font {
        BOLD("tongban-sans-bold.ttf", "Tongban Sans", 700),
        REGULAR("tongban-sans-regular.ttf", "Tongban Sans", 400),
        // Headings are bold for the characters of GB 2312; a rarer one stands among them in ordinary weight.
        TEXT("tongban-sans-regular.ttf", "Tongban Text", 400),
        RARE("tongban-rare-regular.ttf", "Tongban Rare", 400);

        private final String file;
        private final String family;
        private final int weight;

        Font(String file, String family, int weight) {
            this.file = file;
            this.family = family;
            this.weight = weight;
        }

        InputStream open() {
            InputStream font = PagePrinter.class.getResourceAsStream("/guide/fonts/" + file);
            if (font == null) {
                throw new IllegalStateException("the guide was built without " + file);
            }
            return font;
        }
    }

    static {
        // What it loads and how long that takes is of no use to an operator.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    /** Read at the first print, not at every start. */
    private static final class Printed {
        private static final PrintedCharacters CHARACTERS =
                new PrintedCharacters(List.of(Font.REGULAR::open, Font.RARE::open));
    }

    byte[] print(String xhtml, Deadline deadline) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        for (Font font : Font.values()) {
            builder.useFont(font::open, font.family, font.weight, FontStyle.NORMAL, true);
        }
        builder.useUnicodeLineBreaker(new LinesUntil(deadline));
        builder.usePdfUaAccessibility(true);
        builder.withHtmlContent(Printed.CHARACTERS.printable(xhtml), null);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        builder.toStream(printed);
        try {
            builder.run();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return printed.toByteArray();
    }
}
