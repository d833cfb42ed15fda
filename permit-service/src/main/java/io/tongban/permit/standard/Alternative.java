package io.tongban.permit.standard;

/** One of several ways to meet a criterion. */
public final class Alternative {

    private final String id;
    private final Asked asked;
    private final Expression brought;
    private final Decision decision;

    Alternative(String id, Asked asked, Expression brought, Decision decision) {
        this.id = id;
        this.asked = asked;
        this.brought = brought;
        this.decision = decision;
    }

    public String id() {
        return id;
    }

    public Asked asked() {
        return asked;
    }

    /** A part of what it asks for was brought. */
    public boolean isBrought(FactValues facts) {
        return brought.holds(facts.values());
    }

    public Decision decision() {
        return decision;
    }
}
