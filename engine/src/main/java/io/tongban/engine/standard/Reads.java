package io.tongban.engine.standard;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the expressions of a criterion read: facts, settings and definitions by their names, and numbers beside them. */
public final class Reads {

    private final Set<String> names;
    private final Set<Long> numbers;
    private final SortedSet<String> registers;
    private final boolean contributions;

    /** The numbers are those that {@link io.tongban.engine.expression.Expression#numbers} names. */
    public Reads(Set<String> names, Set<Long> numbers) {
        this.names = Set.copyOf(names);
        this.numbers = Set.copyOf(numbers);
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
        this.contributions = found.contains(Criterion.CONTRIBUTIONS);
    }

    public boolean contains(String name) {
        return names.contains(name);
    }

    /** Whether a name is read, or one of the group of facts of this name, such as {@code residence}. */
    public boolean mention(String name) {
        return names.contains(name) || names.stream().anyMatch(read -> read.startsWith(name + "."));
    }

    public Set<Long> numbers() {
        return numbers;
    }

    /** What the facts are read from: {@code identity}, {@code residence}, {@code contributions}, {@code answers}. */
    public SortedSet<String> registers() {
        return registers;
    }

    /** Whether it reads facts of contribution records. */
    boolean contributions() {
        return contributions;
    }
}
