package io.tongban.engine.comparison.person;

import io.tongban.engine.contributions.record.PostedFlag;
import java.util.List;
import java.util.Optional;

/** The youngest months of a history, from the record's own month back; paid months lie before them. */
enum Tail {
    PAID_TO_LAST_MONTH("paid to the month before the record's", "-"),
    PAID_TO_THIS_MONTH("paid to the record's month", ""),
    LAST_PENDING("the month before the record's pending", "-0"),
    LAST_IN_TRANSIT("the month before the record's in transit", "-3"),
    THIS_PENDING("the record's month pending", "0"),
    BOTH_PENDING("the record's month and the one before pending", "00"),
    LAST_INTERRUPTED("the month before the record's interrupted", "-2"),
    LAST_MISSING("the month before the record's missing", "--"),
    LAST_TWO_MISSING("the two months before the record's missing", "---");

    private final String words;
    private final String flags;

    /** Each letter is the posted flag of a month, a hyphen a month without rows. */
    Tail(String words, String flags) {
        this.words = words;
        this.flags = flags;
    }

    String words() {
        return words;
    }

    /** The flags of the youngest months, youngest first; empty for a month without rows. */
    List<Optional<PostedFlag>> youngest() {
        return flags.chars()
                .mapToObj(Character::toString)
                .map(flag -> flag.equals("-") ? Optional.<PostedFlag>empty() : Optional.of(PostedFlag.ofCode(flag)))
                .toList();
    }
}
