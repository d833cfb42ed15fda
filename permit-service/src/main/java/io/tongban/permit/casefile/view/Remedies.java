package io.tongban.permit.casefile.view;

/** How a decision can be contested: a published text that every refusal carries. */
record Remedies(Remedy againstRefusal) {

    static Remedies of(io.tongban.engine.basis.Remedy refusal) {
        return new Remedies(
                new Remedy(refusal.id(), refusal.text().zh(), refusal.text().en(), refusal.basis()));
    }

    /** One text with its reference and its basis in law. */
    record Remedy(String id, String zh, String en, String basis) {}
}
