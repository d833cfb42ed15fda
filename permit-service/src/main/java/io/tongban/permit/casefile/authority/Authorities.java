package io.tongban.permit.casefile.authority;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All bodies that decide, past and present. */
public final class Authorities {

    private final Map<AuthorityId, Authority> byId;

    Authorities(List<Authority> all) {
        Map<AuthorityId, Authority> known = new LinkedHashMap<>();
        for (Authority authority : all) {
            if (known.put(authority.id(), authority) != null) {
                throw new IllegalArgumentException(authority.id() + " is named twice");
            }
        }
        byId = Map.copyOf(known);
        all.forEach(this::checkSuccession);
        checkOnePerDistrict(all);
    }

    /** The body of a kind that answers for a district on a date; empty when the city has none there on that date. */
    public Optional<Authority> responsibleFor(String kind, String district, LocalDate on) {
        return byId.values().stream()
                .filter(authority -> authority.kind().equals(kind)
                        && authority.districts().contains(district)
                        && authority.existsOn(on))
                .findFirst();
    }

    public Authority get(AuthorityId id) {
        Authority authority = byId.get(id);
        if (authority == null) {
            throw new IllegalArgumentException("unknown authority " + id);
        }
        return authority;
    }

    /** The body itself or, once it is gone, whoever holds its cases on a date. */
    public Authority holderOn(AuthorityId id, LocalDate on) {
        Authority holder = get(id);
        AuthorityId successor = successorOn(holder, on);
        while (successor != null) {
            holder = get(successor);
            successor = successorOn(holder, on);
        }
        return holder;
    }

    private static @Nullable AuthorityId successorOn(Authority holder, LocalDate on) {
        LocalDate until = holder.until();
        return until != null && on.isAfter(until) ? holder.successor() : null;
    }

    private void checkSuccession(Authority authority) {
        LocalDate until = authority.until();
        AuthorityId successorId = authority.successor();
        if (until == null || successorId == null) {
            return;
        }
        Authority successor = byId.get(successorId);
        if (successor == null) {
            throw new IllegalArgumentException(authority.id() + ": successor " + successorId + " is not in the file");
        }
        if (!successor.existsOn(until.plusDays(1))) {
            throw new IllegalArgumentException(
                    authority.id() + ": successor " + successorId + " does not exist on " + until.plusDays(1));
        }
        if (!successor.kind().equals(authority.kind())) {
            throw new IllegalArgumentException(
                    authority.id() + ": successor " + successorId + " is no " + authority.kind() + " body");
        }
        LocalDate successorUntil = successor.until();
        if (successorUntil != null && !successorUntil.isAfter(until)) {
            throw new IllegalArgumentException(authority.id() + ": its successor ends before it takes over");
        }
    }

    private static void checkOnePerDistrict(List<Authority> all) {
        for (int i = 0; i < all.size(); i++) {
            for (Authority other : all.subList(0, i)) {
                refuseSharedDistrict(other, all.get(i));
            }
        }
    }

    private static void refuseSharedDistrict(Authority one, Authority other) {
        Set<String> shared = new TreeSet<>(one.districts());
        shared.retainAll(other.districts());
        if (one.kind().equals(other.kind()) && !shared.isEmpty() && overlap(one, other)) {
            throw new IllegalArgumentException("district " + shared.iterator().next() + " has two " + one.kind()
                    + " authorities at once: " + one.id() + ", " + other.id());
        }
    }

    private static boolean overlap(Authority one, Authority other) {
        LocalDate oneFrom = one.from();
        LocalDate otherFrom = other.from();
        return (oneFrom == null && otherFrom == null)
                || (oneFrom != null && other.existsOn(oneFrom))
                || (otherFrom != null && one.existsOn(otherFrom));
    }
}
