package io.tongban.permit.casefile.ledger;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, before it has its place in a ledger.
 *
 * @param payload what may be read in the clear: identifiers, dates, states and digests, never a name or a number of a person
 * @param personal what is stored encrypted
 */
public record LedgerEntry(
        EventType type,
        SortedMap<String, Object> payload,
        @Nullable String personal) {

    public LedgerEntry {
        payload = Collections.unmodifiableSortedMap(new TreeMap<>(payload));
    }

    public static LedgerEntry of(EventType type) {
        return new LedgerEntry(type, new TreeMap<>(), null);
    }

    /** The same with one more member; an absent value adds none. */
    public LedgerEntry with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        SortedMap<String, Object> more = new TreeMap<>(payload);
        more.put(name, value);
        return new LedgerEntry(type, more, personal);
    }

    public LedgerEntry sealing(String content) {
        return new LedgerEntry(type, payload, content);
    }

    /** Without the personal part. */
    @Override
    public String toString() {
        return type + " " + payload;
    }
}
