package io.tongban.permit.casefile.visitpass;

import io.tongban.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** What a request presents as its visit pass, perhaps nothing; a controller takes it as a parameter. */
public final class PresentedPass {

    private final VisitPassVerifier verifier;
    private final @Nullable String text;

    /** @param text the header's value; null when there is none */
    PresentedPass(VisitPassVerifier verifier, @Nullable String text) {
        this.verifier = verifier;
        this.text = text;
    }

    /**
     * The pass, when it is genuine, current, the caller's own, and for the item.
     *
     * @throws io.tongban.platform.problem.Problem one of {@link VisitPassProblem} otherwise
     */
    public VisitPass verify(Caller caller, String item) {
        return verifier.verify(text, caller, item);
    }

    /** Shows nothing of the pass. */
    @Override
    public String toString() {
        return text == null ? "PresentedPass[none]" : "PresentedPass[not verified]";
    }
}
