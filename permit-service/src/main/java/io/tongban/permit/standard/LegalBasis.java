package io.tongban.permit.standard;

/**
 * Where a criterion comes from.
 *
 * @param source the title of the law or the published list
 * @param article the article, such as 第九条; for a list without articles what it says
 */
public record LegalBasis(Text source, Text article) {}
