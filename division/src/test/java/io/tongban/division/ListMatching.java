package io.tongban.division;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two official lists, matched: streets by their name, communities by their name in the street that follows theirs. What is left on
 * both sides is told by a list that was made by hand; what that leaves is abolished, or created.
 *
 * <p>A change between districts has the day and the basis that the list by hand gives for the districts. The lists tell no days:
 * what only they show holds from the first day of the year of the later one.
 */
final class ListMatching {

    private static final String STREET = "street";
    private static final String COMMUNITY = "community";

    private final DivisionList earlier;
    private final DivisionList later;
    private final LocalDate laterFrom;
    private final List<DivisionChange> byHand;

    /** Of each tier the later code by the earlier one. */
    private final Map<String, String> streets;

    private final Map<String, String> communities = new LinkedHashMap<>();

    ListMatching(int earlierYear, int laterYear, List<DivisionChange> byHand) {
        this.earlier = DivisionList.of(earlierYear);
        this.later = DivisionList.of(laterYear);
        this.laterFrom = LocalDate.of(laterYear, 1, 1);
        this.byHand = byHand;

        Map<String, String> streetsByName = byName(later.of(STREET), DivisionList.Entry::name);
        this.streets = match(earlier.of(STREET), DivisionList.Entry::name, streetsByName);
        communities.putAll(match(
                earlier.of(COMMUNITY),
                community -> streets.get(community.parent()) + community.name(),
                byName(later.of(COMMUNITY), community -> community.parent() + community.name())));
    }

    Map<String, String> streets() {
        return streets;
    }

    Map<String, String> communities() {
        return communities;
    }

    List<String> streetsLeft() {
        return left(later.of(STREET), streets.values());
    }

    List<String> communitiesLeftEarlier() {
        return left(earlier.of(COMMUNITY), communities.keySet());
    }

    List<String> communitiesLeftLater() {
        return left(later.of(COMMUNITY), communities.values());
    }

    /** The codes that are left on both sides. */
    List<String> codesUnderAnotherName() {
        List<String> later = communitiesLeftLater();
        return communitiesLeftEarlier().stream().filter(later::contains).toList();
    }

    /** Those left whose name another one that is left has, in another street. */
    Map<String, String> namesInAnotherStreet() {
        Map<String, String> left = byName(communitiesLeftLater().stream().map(later::get), DivisionList.Entry::name);
        return match(communitiesLeftEarlier().stream().map(earlier::get), DivisionList.Entry::name, left);
    }

    /** All changes, in the order of their codes. */
    List<DivisionChange> changes() {
        List<DivisionChange> changes = new ArrayList<>(byHand);
        streets.forEach((from, to) -> recoded(changes, from, to));
        communities.forEach((from, to) -> recoded(changes, from, to));
        Set<String> ended = new HashSet<>();
        Set<String> begun = new HashSet<>();
        changes.forEach(change -> {
            ended.add(Objects.requireNonNull(change.from()));
            begun.add(Objects.requireNonNull(change.to()));
        });
        for (String from : communitiesLeftEarlier()) {
            if (!ended.contains(from)) {
                changes.add(new DivisionChange(
                        from, null, ChangeKind.ABOLISHED, false, lastCodeChange(from), listOf(laterFrom)));
            }
        }
        Stream.concat(streetsLeft().stream(), communitiesLeftLater().stream())
                .filter(to -> !begun.contains(to))
                .forEach(to -> changes.add(
                        new DivisionChange(null, to, ChangeKind.CREATED, false, laterFrom, listOf(laterFrom))));
        changes.sort(Comparator.comparing(ListMatching::ownCode)
                .thenComparing(change -> Objects.requireNonNullElse(change.to(), "")));
        return changes;
    }

    private void recoded(List<DivisionChange> changes, String from, String to) {
        if (!from.equals(to)) {
            DivisionChange ofDistrict = changeOfDistrict(from, to);
            changes.add(new DivisionChange(from, to, ChangeKind.RECODED, false, ofDistrict.on(), ofDistrict.basis()));
        }
    }

    /** A community lost its code no later than its street. */
    private LocalDate lastCodeChange(String community) {
        String street = earlier.get(community).parent();
        String follower = Objects.requireNonNull(streets.get(street));
        return street.equals(follower)
                ? laterFrom
                : changeOfDistrict(street, follower).on();
    }

    private DivisionChange changeOfDistrict(String from, String to) {
        String earlierDistrict = earlier.get(from).district();
        String laterDistrict = later.get(to).district();
        return byHand.stream()
                .filter(change -> earlierDistrict.equals(change.from()) && laterDistrict.equals(change.to()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(from + " became " + to
                        + ", and no change by hand says when " + earlierDistrict + " gave it to " + laterDistrict));
    }

    private static String listOf(LocalDate from) {
        return "divisions-" + from.getYear() + ".csv";
    }

    private static String ownCode(DivisionChange change) {
        return Objects.requireNonNullElse(change.from(), Objects.requireNonNullElse(change.to(), ""));
    }

    private static Map<String, String> match(
            Stream<DivisionList.Entry> divisions, Function<DivisionList.Entry, String> key, Map<String, String> codes) {
        Map<String, String> matched = new LinkedHashMap<>();
        divisions.forEach(division -> {
            String code = codes.get(key.apply(division));
            if (code != null) {
                matched.put(division.code(), code);
            }
        });
        return matched;
    }

    /** Without names that two have. */
    private static Map<String, String> byName(
            Stream<DivisionList.Entry> divisions, Function<DivisionList.Entry, String> key) {
        return divisions.collect(Collectors.groupingBy(key)).entrySet().stream()
                .filter(named -> named.getValue().size() == 1)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, named -> named.getValue().getFirst().code(), (a, b) -> a, HashMap::new));
    }

    private static List<String> left(Stream<DivisionList.Entry> divisions, Collection<String> matched) {
        Set<String> known = new HashSet<>(matched);
        return divisions
                .map(DivisionList.Entry::code)
                .filter(code -> !known.contains(code))
                .toList();
    }
}
