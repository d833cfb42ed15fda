package io.tongban.engine.point;

import io.tongban.engine.rule.ReasonText;
import io.tongban.engine.rule.Text;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What an act of a person, and no rule of a standard, makes of a criterion. Its name is the code of the reason that is given, with
 * words that are the same under every standard.
 */
public enum Mark {
    /** A paper that was brought for the criterion is doubted: a person decides. */
    DOUBTED,
    /** The applicant says that the criterion is judged wrongly: a person decides. */
    CONTESTED,
    /** The name on the card and the name at the source differ by a variant character: a person decides. */
    NAME_VARIANT,
    /** The applicant is a citizen without an identity number: a person decides. */
    NO_NUMBER,
    /** All that is asked for the criterion was asked too late, and no supervisor confirmed it: the case goes on without it. */
    UNCONFIRMED,
    /** All that was asked for the criterion was asked too late, and a supervisor dropped it: the criterion counts as met. */
    DROPPED;

    /** Whether it can be set on a criterion by itself. */
    boolean isReviewOfACriterion() {
        return switch (this) {
            case CONTESTED, NAME_VARIANT, NO_NUMBER -> true;
            case DOUBTED, UNCONFIRMED, DROPPED -> false;
        };
    }

    /** Whether it says all that there is to say, so that the reasons of the rules are left out. */
    public boolean isWholeReason() {
        return switch (this) {
            case NAME_VARIANT, NO_NUMBER, DROPPED -> true;
            case DOUBTED, CONTESTED, UNCONFIRMED -> false;
        };
    }

    /** What whoever reads the criterion is told. */
    public ReasonText text() {
        return new ReasonText(Words.of(this, "reason"), Words.of(this, "remedy"));
    }

    private static final class Words {

        private static final ResourceBundle ZH = bundle(Locale.CHINESE);
        private static final ResourceBundle EN = bundle(Locale.ENGLISH);

        static Text of(Mark mark, String part) {
            String key = mark.name() + "." + part;
            return new Text(ZH.getString(key), EN.getString(key));
        }

        private static ResourceBundle bundle(Locale locale) {
            return ResourceBundle.getBundle(
                    "point.marks",
                    locale,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        }
    }
}
