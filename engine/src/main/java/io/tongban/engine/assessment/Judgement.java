package io.tongban.engine.assessment;

import io.tongban.engine.basis.LegalBasis;
import io.tongban.engine.papers.Paper;
import io.tongban.engine.rule.NamedPaper;
import io.tongban.engine.rule.Ruling;
import io.tongban.engine.standard.Alternative;
import io.tongban.engine.standard.Criterion;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A criterion, what it came to, and the papers that this relies on.
 *
 * @param alternative the one that decided; null where the criterion itself did
 * @param kinds the kinds of insurance by whose months it was judged; none where it was by no months
 * @param contracts the contract with each employer of the counted months, where none of several ways was brought and contracts are one
 */
record Judgement(
        Criterion criterion,
        @Nullable Alternative alternative,
        Ruling ruling,
        List<Paper> reliedOn,
        List<String> kinds,
        List<NamedPaper> contracts) {

    Judgement {
        reliedOn = List.copyOf(reliedOn);
        kinds = List.copyOf(kinds);
        contracts = List.copyOf(contracts);
    }

    /** Where the criterion comes from, the alternative that decided, and each setting that has a basis of its own. */
    List<LegalBasis> basis() {
        Set<LegalBasis> basis = new LinkedHashSet<>(alternative == null ? List.of() : alternative.basis());
        basis.addAll(criterion.basis());
        criterion.settings().all().values().forEach(setting -> basis.addAll(setting.basis()));
        return List.copyOf(basis);
    }
}
