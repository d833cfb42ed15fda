package io.tongban.permit.casefile.visitpass;

import io.tongban.platform.security.Caller;
import java.util.List;
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
     * Refuses a pass that is not genuine, not current, not the caller's own or of a visit that has ended, when it is not known what
     * the pass is used for.
     *
     * @throws io.tongban.platform.problem.Problem one of {@link VisitPassProblem}
     */
    public void require(Caller caller) {
        verifier.require(text, caller);
    }

    /**
     * The pass, when it is genuine, current, the caller's own, for the item, and of a visit that has not ended and serves this
     * person; a visit that has served nobody yet serves this person from now on.
     *
     * @param person blind index of the identity number
     * @throws io.tongban.platform.problem.Problem one of {@link VisitPassProblem} otherwise
     */
    public VisitPass verify(Caller caller, String item, String person) {
        return verify(caller, List.of(item), person);
    }

    /** The same, for one of the items. */
    public VisitPass verify(Caller caller, List<String> items, String person) {
        return verifier.verify(text, caller, items, person);
    }

    /** Shows nothing of the pass. */
    @Override
    public String toString() {
        return text == null ? "PresentedPass[none]" : "PresentedPass[not verified]";
    }
}
