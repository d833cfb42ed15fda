package io.tongban.community.permitservice;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the published versions of an item's standard name its criteria.
 *
 * @param known those of any version; none for an item without a standard
 * @param always those that every route of every version has, so that every assessment evaluates them
 */
public record ItemCriteria(Set<String> known, Set<String> always) {

    public ItemCriteria {
        known = Set.copyOf(known);
        always = Set.copyOf(always);
    }

    /** Whether there is nothing to compare with. */
    public boolean isNone() {
        return known.isEmpty();
    }

    /** Those that no version has. */
    public Set<String> outside(Collection<String> criteria) {
        Set<String> outside = new TreeSet<>(criteria);
        outside.removeAll(known);
        return outside;
    }

    /** Those that every assessment evaluates and that are not among these. */
    public Set<String> lacking(Collection<String> criteria) {
        Set<String> lacking = new TreeSet<>(always);
        lacking.removeAll(criteria);
        return lacking;
    }
}
