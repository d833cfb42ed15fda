package io.tongban.engine.basis;

import io.tongban.engine.rule.Text;
import org.jspecify.annotations.Nullable;

/**
 * Where something comes from.
 *
 * @param id the source's name in the standard
 * @param source the title of the law or the published list
 * @param article the article, such as 第九条; for a list without articles what it says
 * @param reference where the article is kept, such as {@code laws/decree-663.md#第九条}; null where no text is
 */
public record LegalBasis(
        String id, Text source, Text article, @Nullable String reference) {}
