package io.tongban.engine.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The characters that can be printed: those of the fonts. */
final class PrintedCharacters {

    private final BitSet known = new BitSet();

    PrintedCharacters(List<Supplier<InputStream>> fonts) {
        fonts.forEach(this::add);
    }

    /** The text with {@code 〔U+20003〕} for each character that no font has, so that nobody reads on as if it were not there. */
    String printable(String text) {
        if (text.codePoints().allMatch(this::isKnown)) {
            return text;
        }
        StringBuilder printable = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            if (isKnown(character)) {
                printable.appendCodePoint(character);
            } else {
                printable.append("〔U+%04X〕".formatted(character));
            }
        });
        return printable.toString();
    }

    private boolean isKnown(int character) {
        return character < ' ' || known.get(character);
    }

    private void add(Supplier<InputStream> font) {
        try (InputStream file = font.get();
                TrueTypeFont read = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            CmapLookup glyphs = read.getUnicodeCmapLookup();
            for (int character = ' '; character <= Character.MAX_CODE_POINT; character++) {
                if (glyphs.getGlyphId(character) != 0) {
                    known.set(character);
                }
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
