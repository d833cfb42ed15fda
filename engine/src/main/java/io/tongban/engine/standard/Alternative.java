package io.tongban.engine.standard;

import io.tongban.engine.basis.LegalBasis;
import io.tongban.engine.basis.Origin;
import io.tongban.engine.expression.Evaluation;
import io.tongban.engine.expression.Expression;
import io.tongban.engine.expression.FactValues;
import io.tongban.engine.rule.Rules;
import java.util.List;

/** One of several ways to meet a criterion. */
public final class Alternative {

    private final String id;
    private final Asked asked;
    private final Expression brought;
    private final Rules rules;
    private final List<LegalBasis> basis;
    private final Origin origin;

    public Alternative(String id, Asked asked, Expression brought, Rules rules, List<LegalBasis> basis, Origin origin) {
        this.id = id;
        this.asked = asked;
        this.brought = brought;
        this.rules = rules;
        this.basis = List.copyOf(basis);
        this.origin = origin;
    }

    public String id() {
        return id;
    }

    public Asked asked() {
        return asked;
    }

    /** A part of what it asks for was brought. */
    public boolean isBrought(FactValues facts) {
        return brought.holds(new Evaluation(facts, 0));
    }

    /** Whether a part of what it asks for was brought, as an expression. */
    public Expression brought() {
        return brought;
    }

    public Rules rules() {
        return rules;
    }

    /** Where the alternative itself comes from; none: from where its criterion does. */
    public List<LegalBasis> basis() {
        return basis;
    }

    public Origin origin() {
        return origin;
    }
}
