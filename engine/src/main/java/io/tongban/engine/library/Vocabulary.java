package io.tongban.engine.library;

import io.tongban.engine.basis.LegalBasis;
import io.tongban.engine.basis.Origin;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.rule.Text;
import io.tongban.engine.standard.PaperKind;
import io.tongban.engine.standard.Question;
import io.tongban.engine.standard.Questions;
import java.util.List;
import java.util.function.Function;

/**
 * What the criteria of a standard may name.
 *
 * @param countsContributions whether the standard says how contribution months are counted, so that there are such facts
 * @param basis reads a legal basis
 * @param origin the layer that a value stands in
 */
record Vocabulary(
        Entries<PaperKind> papers,
        Entries<Text> collective,
        Entries<Question> answers,
        boolean countsContributions,
        Function<DocumentNode, LegalBasis> basis,
        Function<DocumentNode, Origin> origin) {

    List<LegalBasis> bases(DocumentNode list) {
        return list.items().stream().map(basis).toList();
    }

    Questions questions() {
        return new Questions(List.copyOf(answers.read().values()));
    }
}
