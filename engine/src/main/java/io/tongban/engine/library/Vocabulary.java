package io.tongban.engine.library;

import io.tongban.engine.basis.LegalBasis;
import io.tongban.engine.basis.Origin;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.rule.Text;
import io.tongban.engine.standard.PaperKind;
import io.tongban.engine.standard.Questions;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What the criteria of a standard may name.
 *
 * @param countsContributions whether the standard says how contribution months are counted, so that there are such facts
 * @param basis reads a legal basis
 * @param origin the layer that a value stands in
 */
record Vocabulary(
        Map<String, PaperKind> papers,
        Map<String, Text> collective,
        Questions questions,
        boolean countsContributions,
        Function<DocumentNode, LegalBasis> basis,
        Function<DocumentNode, Origin> origin) {

    PaperKind paper(String kind) {
        return Objects.requireNonNull(papers.get(kind), kind);
    }
}
