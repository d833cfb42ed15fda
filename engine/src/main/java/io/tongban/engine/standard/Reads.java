package io.tongban.engine.standard;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The facts that the expressions of a criterion read, by their names. */
public final class Reads {

    private final Set<String> names;
    private final SortedSet<String> registers;

    public Reads(Set<String> names) {
        this.names = Set.copyOf(names);
        SortedSet<String> found = new TreeSet<>();
        for (String fact : names) {
            switch (fact.substring(0, Math.max(0, fact.indexOf('.')))) {
                case "identity", "residence", "contributions" -> found.add(fact.substring(0, fact.indexOf('.')));
                case "contracts" -> found.add(Criterion.CONTRIBUTIONS); // they are read beside the counted months
                case "answers", "answered" -> found.add("answers");
                default -> {} // papers, settings, definitions of its own, the application date
            }
        }
        this.registers = Collections.unmodifiableSortedSet(found);
    }

    public boolean contains(String name) {
        return names.contains(name);
    }

    /** What the facts are read from: {@code identity}, {@code residence}, {@code contributions}, {@code answers}. */
    public SortedSet<String> registers() {
        return registers;
    }
}
