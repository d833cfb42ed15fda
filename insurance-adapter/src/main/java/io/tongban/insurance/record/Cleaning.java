package io.tongban.insurance.record;

import java.util.List;
import java.util.Set;

/**
 * What became of the rows of one answer.
 *
 * @param rows the rows that could be read
 * @param unreadable the codes of the fields in which some text could not be read; then the answer as a whole was not read
 */
public record Cleaning(List<CleanRow> rows, Set<String> unreadable) {

    public Cleaning {
        rows = List.copyOf(rows);
        unreadable = Set.copyOf(unreadable);
    }

    public boolean complete() {
        return unreadable.isEmpty();
    }
}
