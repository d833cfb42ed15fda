package io.tongban.engine.standard;

import io.tongban.engine.basis.LegalBasis;
import io.tongban.engine.rule.Text;
import java.math.BigDecimal;
import java.util.List;

/**
 * What the guide of a service item says beside its rules.
 *
 * @param who who can apply
 * @param where where one applies
 * @param result what one gets
 */
public record Guide(Text who, Text where, Text result, List<Fee> fees) {

    public Guide {
        fees = List.copyOf(fees);
    }

    /**
     * What it costs.
     *
     * @param currency ISO 4217
     */
    public record Fee(Text name, BigDecimal amount, String currency, List<LegalBasis> basis) {

        public Fee {
            basis = List.copyOf(basis);
        }
    }
}
