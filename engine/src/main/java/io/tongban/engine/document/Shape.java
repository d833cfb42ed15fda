package io.tongban.engine.document;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may stand at a place of a document: the readers check it, and {@link JsonSchema} tells it to editors. */
public sealed interface Shape {

    /** Notes every mistake in the value and below it that its keys and types show. */
    void check(DocumentNode node, Mistakes mistakes);

    /**
     * Goes on only if the value has this shape.
     *
     * @throws DocumentInvalid with every mistake in it and below it
     */
    default void require(DocumentNode node) {
        Mistakes mistakes = new Mistakes();
        check(node, mistakes);
        mistakes.refuse();
    }

    /** The same where another document may have the rest: nothing in the map itself must be there. */
    default Shape inPart() {
        return this;
    }

    /** One value of a type that has one form of writing. */
    enum Plain implements Shape {
        TEXT {
            @Override
            public void check(DocumentNode node, Mistakes mistakes) {
                mistakes.attempt(node::text);
            }
        },
        FLAG {
            @Override
            public void check(DocumentNode node, Mistakes mistakes) {
                mistakes.attempt(node::flag);
            }
        },
        DECIMAL {
            @Override
            public void check(DocumentNode node, Mistakes mistakes) {
                mistakes.attempt(node::decimal);
            }
        },
        DAY {
            @Override
            public void check(DocumentNode node, Mistakes mistakes) {
                mistakes.attempt(node::date);
            }
        },
        MONTH {
            @Override
            public void check(DocumentNode node, Mistakes mistakes) {
                mistakes.attempt(node::month);
            }
        }
    }

    /** A whole number, both bounds included. */
    record Whole(int smallest, int largest) implements Shape {

        @Override
        public void check(DocumentNode node, Mistakes mistakes) {
            mistakes.attempt(() -> node.integer(smallest, largest));
        }
    }

    /**
     * A text of one form.
     *
     * @param problem said of another text, which stands there for {@code %s}
     */
    record Form(String pattern, String problem, String remedy) implements Shape {

        @Override
        public void check(DocumentNode node, Mistakes mistakes) {
            mistakes.attempt(() -> {
                if (!node.text().matches(pattern)) {
                    throw node.invalid(problem.formatted(node.text()), remedy);
                }
            });
        }
    }

    /**
     * One of some words.
     *
     * @param problem said of another word, which stands there for {@code %s}; null: the value is named by its place
     */
    record Word(List<String> allowed, @Nullable String problem, String remedy) implements Shape {

        public Word {
            allowed = List.copyOf(allowed);
        }

        public static Word of(Class<? extends Enum<?>> type) {
            return of(type.getEnumConstants());
        }

        /** Some of the constants of a type. */
        public static Word of(Enum<?>... constants) {
            return of(Arrays.stream(constants).map(Enum::name).toArray(String[]::new));
        }

        public static Word of(String... words) {
            return new Word(List.of(words), null, "write one of " + String.join(", ", words));
        }

        @Override
        public void check(DocumentNode node, Mistakes mistakes) {
            mistakes.attempt(() -> {
                if (!allowed.contains(node.text())) {
                    throw node.invalid(
                            problem == null
                                    ? node.said() + " is '" + node.text() + "'"
                                    : problem.formatted(node.text()),
                            remedy);
                }
            });
        }
    }

    /** Items of one shape. */
    record ListOf(Shape item) implements Shape {

        @Override
        public void check(DocumentNode node, Mistakes mistakes) {
            mistakes.attempt(() -> node.items().forEach(each -> item.check(each, mistakes)));
        }
    }

    /**
     * Names that the editor gives, each with a value of one shape.
     *
     * @param name what a name may look like; null: anything
     * @param required names that must be among them
     */
    record MapOf(Shape value, @Nullable Form name, List<String> required) implements Shape {

        public MapOf {
            required = List.copyOf(required);
        }

        public MapOf(Shape value) {
            this(value, null, List.of());
        }

        @Override
        public void check(DocumentNode node, Mistakes mistakes) {
            if (mistakes.attempt(node::members)) {
                checkRequired(node, mistakes);
                node.members().forEach((key, member) -> {
                    mistakes.attempt(() -> requireName(key, member));
                    value.check(member, mistakes);
                });
            }
        }

        /**
         * Goes on only if an entry may have this name.
         *
         * @throws DocumentInvalid if it may not
         */
        public void requireName(String key, DocumentNode member) {
            if (name != null && !key.matches(name.pattern())) {
                throw member.invalid(name.problem().formatted(key), name.remedy());
            }
        }

        /** Notes which names are not there that must be. */
        public void checkRequired(DocumentNode node, Mistakes mistakes) {
            required.forEach(key -> mistakes.attempt(() -> node.get(key)));
        }

        @Override
        public Shape inPart() {
            return new MapOf(value, name, List.of());
        }
    }

    /**
     * A map of keys that are known.
     *
     * @param name the name of the definition in the schema
     */
    record Table(String name, List<Key> keys) implements Shape {

        public Table {
            keys = List.copyOf(keys);
        }

        public static Table of(String name, Key... keys) {
            return new Table(name, List.of(keys));
        }

        public List<String> names() {
            return keys.stream().map(Key::name).toList();
        }

        /** What stands under one of the keys. */
        public Shape shape(String key) {
            return keys.stream()
                    .filter(candidate -> candidate.name().equals(key))
                    .findFirst()
                    .orElseThrow()
                    .shape();
        }

        @Override
        public void check(DocumentNode node, Mistakes mistakes) {
            if (mistakes.attempt(node::members)) {
                checkKeys(node, mistakes);
                checkValues(node, mistakes);
            }
        }

        /** Notes what is wrong below the known keys of a map. */
        public void checkValues(DocumentNode node, Mistakes mistakes) {
            keys.forEach(
                    key -> node.find(key.name()).ifPresent(value -> key.shape().check(value, mistakes)));
        }

        /** The members of a map, of which every key is known and every required one is there. */
        public Map<String, DocumentNode> members(DocumentNode node) {
            Map<String, DocumentNode> members = node.members();
            Mistakes mistakes = new Mistakes();
            checkKeys(node, mistakes);
            mistakes.refuse();
            return members;
        }

        /** A key that is only misspelt is not missing too. */
        private void checkKeys(DocumentNode node, Mistakes mistakes) {
            List<String> names = names();
            Set<String> meant = new HashSet<>();
            node.members().forEach((key, member) -> {
                if (!names.contains(key)) {
                    mistakes.add(node.unknownKey(key, member, names));
                    DocumentNode.nearest(key, names).ifPresent(meant::add);
                }
            });
            keys.stream()
                    .filter(key -> key.required() && !meant.contains(key.name()))
                    .forEach(key -> mistakes.attempt(() -> node.get(key.name())));
        }

        @Override
        public Table inPart() {
            return new Table(name, keys.stream().map(Key::leftOut).toList());
        }
    }

    /** One shape or another by how the value is written; null: it may not be written so. */
    record ByForm(
            @Nullable Shape value,
            @Nullable Shape list,
            @Nullable Table map) implements Shape {

        @Override
        public void check(DocumentNode node, Mistakes mistakes) {
            Shape written = node.isMap() ? map : node.isList() ? list : value;
            if (written != null) {
                written.check(node, mistakes);
            } else if (value != null) {
                mistakes.attempt(node::text);
            } else {
                mistakes.attempt(list != null ? node::items : node::members);
            }
        }
    }

    /** One table or another: the first where the map has its key. */
    record ByKey(String key, Table with, Table without) implements Shape {

        @Override
        public void check(DocumentNode node, Mistakes mistakes) {
            mistakes.attempt(() -> (node.find(key).isPresent() ? with : without).check(node, mistakes));
        }
    }

    /** A value, or null for none. */
    record OrNull(Shape shape) implements Shape {

        @Override
        public void check(DocumentNode node, Mistakes mistakes) {
            if (!node.isNull()) {
                shape.check(node, mistakes);
            }
        }
    }
}
