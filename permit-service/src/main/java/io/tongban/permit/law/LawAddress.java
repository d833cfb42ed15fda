package io.tongban.permit.law;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Where a text of law, or an article of it, is opened. */
public final class LawAddress {

    static final String LAWS = "/api/v1/standards/laws";

    private static final String KEPT = "laws/";

    private LawAddress() {}

    /**
     * The address behind a reference of a standard.
     *
     * @param reference such as {@code laws/decree-663.md#第九条}
     */
    public static String of(String reference) {
        int sign = reference.indexOf('#');
        String file = sign < 0 ? reference : reference.substring(0, sign);
        String path = LAWS + "/" + (file.startsWith(KEPT) ? file.substring(KEPT.length()) : file);
        return sign < 0
                ? path
                : path + "#" + UriUtils.encodeFragment(reference.substring(sign + 1), StandardCharsets.UTF_8);
    }
}
