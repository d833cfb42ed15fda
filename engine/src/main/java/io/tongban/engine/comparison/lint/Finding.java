package io.tongban.engine.comparison.lint;

import io.tongban.engine.document.Mistake;
import io.tongban.engine.document.Place;
import java.util.Comparator;

/**
 * Something in a standard that an editor should look at.
 *
 * @param weight a note is worth knowing, a flaw is to be mended
 * @param scope whether another standard on the same layer can make up for it
 */
public record Finding(Place at, String problem, String remedy, Weight weight, Scope scope) {

    static final Comparator<Finding> IN_ORDER = Comparator.comparing(Finding::file)
            .thenComparingInt(finding -> finding.at().line())
            .thenComparing(Finding::problem);

    /** How much it matters. */
    public enum Weight {
        FLAW,
        NOTE
    }

    /** Whom it holds for. */
    public enum Scope {
        /** The standard that was looked at, whatever others are. */
        HERE,
        /** Only if it is found in every standard that stands on the same document. */
        IN_ALL_ON_THE_LAYER
    }

    static Finding flaw(Place at, String problem, String remedy) {
        return new Finding(at, problem, remedy, Weight.FLAW, Scope.HERE);
    }

    static Finding flaw(Mistake refused) {
        return flaw(Place.root(refused.file(), refused.line()), refused.problem(), refused.remedy());
    }

    static Finding note(Place at, String problem, String remedy) {
        return new Finding(at, problem, remedy, Weight.NOTE, Scope.HERE);
    }

    /** Something that does nothing here, but may do something in another standard on the same layer. */
    static Finding idle(Place at, String problem, String remedy) {
        return new Finding(at, problem, remedy, Weight.FLAW, Scope.IN_ALL_ON_THE_LAYER);
    }

    static Finding idleNote(Place at, String problem, String remedy) {
        return new Finding(at, problem, remedy, Weight.NOTE, Scope.IN_ALL_ON_THE_LAYER);
    }

    String file() {
        return at.file();
    }

    @Override
    public String toString() {
        return at + ": " + (weight == Weight.NOTE ? "note: " : "") + problem + "\n  remedy: " + remedy;
    }
}
