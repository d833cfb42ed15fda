package io.tongban.engine.guide;

import io.tongban.engine.basis.LegalBasis;
import io.tongban.engine.standard.Alternative;
import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.Limit;
import io.tongban.engine.standard.Setting;
import io.tongban.engine.standard.Standard;
import java.util.ArrayList;
import java.util.List;

/** Every place where a standard cites a text. */
final class Citations {

    private Citations() {}

    static List<LegalBasis> of(Standard standard) {
        List<LegalBasis> cited = new ArrayList<>();
        for (Criterion criterion : standard.criteria()) {
            cited.addAll(of(criterion));
        }
        for (Limit limit : standard.terms().limits().values()) {
            cited.addAll(limit.basis());
        }
        if (standard.guide() != null) {
            standard.guide().fees().forEach(fee -> cited.addAll(fee.basis()));
        }
        return cited;
    }

    /** Those of the criterion itself, of its settings and of its alternatives. */
    static List<LegalBasis> of(Criterion criterion) {
        List<LegalBasis> cited = new ArrayList<>(criterion.basis());
        for (Setting setting : criterion.settings().all().values()) {
            cited.addAll(setting.basis());
        }
        for (Alternative alternative : criterion.alternatives()) {
            cited.addAll(alternative.basis());
        }
        return cited;
    }
}
