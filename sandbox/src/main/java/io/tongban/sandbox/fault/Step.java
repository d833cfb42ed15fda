package io.tongban.sandbox.fault;

import io.tongban.sandbox.network.Part;

/** The steps of a whole case, in their order. */
public enum Step {
    OPEN_VISIT(Part.COMMUNITY_SERVICE),
    OPEN_CASE(Part.PERMIT_SERVICE),
    ADD_PAPERS(Part.PERMIT_SERVICE),
    ACCEPT(Part.PERMIT_SERVICE),
    END_VISIT(Part.COMMUNITY_SERVICE),
    READ(Part.PERMIT_SERVICE),
    DECIDE(Part.PERMIT_SERVICE);

    private final Part asked;

    Step(Part asked) {
        this.asked = asked;
    }

    /** The service behind the gateway that takes the step. */
    public Part asked() {
        return asked;
    }
}
