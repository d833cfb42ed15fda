package io.tongban.community.visit.points;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;

/** The criteria that a visit had to check, and what it found for those that it did check. */
public record CheckedPoints(SequencedSet<String> toCheck, Map<String, CriterionState> checked) {

    public CheckedPoints {
        toCheck = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(toCheck));
        checked = Collections.unmodifiableMap(new LinkedHashMap<>(checked));
        if (!toCheck.containsAll(checked.keySet())) {
            throw new IllegalArgumentException("checked " + checked.keySet() + " but was to check " + toCheck);
        }
    }

    public Completeness completeness() {
        return unchecked().isEmpty() ? Completeness.COMPLETE : Completeness.PARTIAL;
    }

    public Set<String> unchecked() {
        Set<String> unchecked = new LinkedHashSet<>(toCheck);
        unchecked.removeAll(checked.keySet());
        return unchecked;
    }
}
