package io.tongban.insurance.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The text of a page from its bytes: by its byte-order mark, else the charset of the header, else that of its own {@code meta}, else
 * UTF-8. Bytes with one character that cannot be decoded are no text.
 */
public final class PageText {

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** Labels of GB 18030 and of its older and smaller sets, under which all of GB 18030 is sent. */
    private static final Set<String> LABELS_OF_GB18030 = Set.of(
            "gb18030",
            "gb2312",
            "gb_2312",
            "gb_2312-80",
            "gb2312-80",
            "gb2312_80",
            "gbk",
            "x-gbk",
            "cp936",
            "ms936",
            "windows-936",
            "936",
            "euc-cn",
            "x-euc-cn",
            "euc_cn",
            "chinese",
            "csgb2312",
            "csiso58gb231280",
            "iso-ir-58");

    private static final Pattern CHARSET = Pattern.compile("(?i)\\bcharset\\s*=\\s*[\"']?\\s*([^\\s\"';,]+)");
    private static final int BYTES_WITH_META = 4096;
    private static final char MARK = '\ufeff';

    private PageText() {}

    /**
     * The text that the bytes are.
     *
     * @param contentType the header as it came; null when none came
     * @throws UnreadablePage if the charset is not known or the bytes are not in it
     */
    public static String of(byte[] bytes, @Nullable String contentType) throws UnreadablePage {
        Charset charset = charset(bytes, contentType);
        String text = decoded(bytes, charset);
        if (!canBeMeant(charset, text)) {
            throw new UnreadablePage();
        }
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    private static Charset charset(byte[] bytes, @Nullable String contentType) throws UnreadablePage {
        Optional<Charset> marked = marked(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        Optional<String> label = label(contentType == null ? "" : contentType).or(() -> labelOfMeta(bytes));
        return label.isPresent() ? named(label.get()) : StandardCharsets.UTF_8;
    }

    private static Optional<Charset> marked(byte[] bytes) {
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xfe, 0xff)) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return startsWith(bytes, 0xff, 0xfe) ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || Byte.toUnsignedInt(bytes[i]) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> label(String contentType) {
        Matcher matcher = CHARSET.matcher(contentType);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Optional<String> labelOfMeta(byte[] bytes) {
        byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, BYTES_WITH_META));
        Document document = Jsoup.parse(new String(head, StandardCharsets.ISO_8859_1));
        for (Element meta : document.select("meta[charset], meta[http-equiv=content-type]")) {
            Optional<String> label =
                    meta.hasAttr("charset") ? Optional.of(meta.attr("charset").strip()) : label(meta.attr("content"));
            if (label.isPresent()) {
                return label;
            }
        }
        return Optional.empty();
    }

    private static Charset named(String label) throws UnreadablePage {
        String name = label.toLowerCase(Locale.ROOT);
        if (LABELS_OF_GB18030.contains(name)) {
            return GB18030;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new UnreadablePage();
        }
    }

    private static String decoded(byte[] bytes, Charset charset) throws UnreadablePage {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new UnreadablePage();
        }
    }

    /** A server that names a charset without Chinese characters, and sends such, has named a wrong one. */
    private static boolean canBeMeant(Charset charset, String text) {
        return text.chars().allMatch(character -> character < 0x80)
                || (charset.canEncode() && charset.newEncoder().canEncode('中'));
    }
}
