package io.tongban.engine.standard;

import io.tongban.engine.basis.Origin;
import io.tongban.engine.expression.Months;
import io.tongban.engine.rule.NamedPaper;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a criterion asks to be brought. */
public sealed interface Demand {

    Origin origin();

    /** One paper, or one of several. */
    List<PaperDemand> options();

    /** What a notice names when nothing that suffices was brought: a kind of paper, or a collective word. */
    NamedPaper named();

    /**
     * A paper; it must not have expired.
     *
     * @param age what must have passed since its first day; none: its age is not asked for
     * @param term what must pass from its first day to the day after its last; none: its term is not asked for
     * @param current it must have begun
     * @param says what it must say: by name the values that suffice; in order, so that every process shows a standard alike
     */
    record PaperDemand(
            String kind,
            Months age,
            Months term,
            boolean current,
            Map<String, Set<String>> says,
            Map<String, String> otherwise,
            Origin origin)
            implements Demand {

        public PaperDemand {
            SortedMap<String, Set<String>> sorted = new TreeMap<>();
            says.forEach((name, values) -> sorted.put(name, Collections.unmodifiableSet(new TreeSet<>(values))));
            says = Collections.unmodifiableMap(sorted);
            otherwise = Collections.unmodifiableMap(new TreeMap<>(otherwise));
        }

        /** 0: its age is not asked for. */
        public int ageMonths() {
            return age.count();
        }

        /** 0: its term is not asked for. */
        public int termMonths() {
            return term.count();
        }

        @Override
        public List<PaperDemand> options() {
            return List.of(this);
        }

        @Override
        public NamedPaper named() {
            return new NamedPaper(kind);
        }

        /** Whether a paper that states this says what is asked; what it does not state is as the standard says otherwise. */
        public boolean isSaid(Map<String, String> stated) {
            return says.entrySet().stream().allMatch(asked -> {
                String value = stated.get(asked.getKey());
                return asked.getValue().contains(value == null ? otherwise.get(asked.getKey()) : value);
            });
        }
    }

    /** One of several papers suffices. */
    record Either(List<PaperDemand> options, NamedPaper named, Origin origin) implements Demand {

        public Either {
            options = List.copyOf(options);
        }
    }
}
