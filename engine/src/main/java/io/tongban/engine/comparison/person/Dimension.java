package io.tongban.engine.comparison.person;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One thing in which the persons of a domain differ, with its values, the simplest first.
 *
 * @param topic the facts or the kind of paper that it is about, such as {@code residence} or {@code paper:lease}
 */
record Dimension(String topic, String name, List<Choice> choices) {

    Dimension {
        choices = List.copyOf(choices);
        if (choices.isEmpty()) {
            throw new IllegalArgumentException(name + " has no choice");
        }
    }

    /** With its first values alone. */
    Dimension first(int count) {
        return new Dimension(topic, name, choices.subList(0, Math.min(count, choices.size())));
    }

    /** To add more values to those it has. */
    Choices more() {
        Choices more = new Choices();
        choices.forEach(choice -> more.add(choice.words(), choice.effect()));
        return more;
    }

    /** One value, in words, and what it makes of a person. */
    record Choice(String words, Consumer<Draft> effect) {}

    /** Gathers the choices of a dimension, each words once. */
    static final class Choices {

        private final List<Choice> choices = new ArrayList<>();

        Choices add(String words, Consumer<Draft> effect) {
            if (choices.stream().noneMatch(choice -> choice.words().equals(words))) {
                choices.add(new Choice(words, effect));
            }
            return this;
        }

        boolean isEmpty() {
            return choices.isEmpty();
        }

        Dimension named(String topic, String name) {
            return new Dimension(topic, name, choices);
        }
    }
}
