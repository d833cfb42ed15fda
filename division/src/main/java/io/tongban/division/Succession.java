package io.tongban.division;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who follows whom among the divisions of the city. */
public final class Succession {

    private static final String FILE = "succession.csv";

    private final Map<String, NavigableMap<LocalDate, Fate>> fates = new HashMap<>();

    Succession(List<DivisionChange> changes) {
        for (DivisionChange change : changes) {
            if (change.from() != null) {
                NavigableMap<LocalDate, Fate> fate = fates.computeIfAbsent(change.from(), code -> new TreeMap<>());
                if (change.carriesOn()) {
                    fate.put(change.on(), new Fate(change.to(), change.keepsIdentity()));
                } else {
                    fate.putIfAbsent(change.on(), Fate.ENDED);
                }
            }
        }
    }

    /**
     * The published changes between the official lists that are known.
     *
     * @throws IllegalArgumentException with file and line, if the list of changes is not written as it must be
     */
    public static Succession published() {
        DivisionList earlier = DivisionList.of(2016);
        DivisionList later = DivisionList.of(2023);
        return new Succession(SuccessionFile.read(
                CsvFile.ofResource(FILE, SuccessionFile.COLUMNS), code -> earlier.has(code) || later.has(code)));
    }

    /**
     * Who stands in the place of a division on a day: mostly the division itself.
     *
     * @param code which the division had
     * @param of the day on which it had the code, since a code can pass to another division
     * @return empty if it was abolished, or divided without a main part
     */
    public Optional<Successor> successor(String code, LocalDate of, LocalDate on) {
        Map.Entry<LocalDate, Fate> next =
                fates.getOrDefault(code, new TreeMap<>()).higherEntry(of);
        if (next == null || next.getKey().isAfter(on)) {
            return Optional.of(new Successor(code, true));
        }
        Fate fate = next.getValue();
        if (fate.to() == null) {
            return Optional.empty();
        }
        return successor(fate.to(), next.getKey(), on)
                .map(last -> new Successor(last.code(), fate.same() && last.same()));
    }

    /** What became of a division on one day. */
    private record Fate(@Nullable String to, boolean same) {

        static final Fate ENDED = new Fate(null, false);
    }
}
