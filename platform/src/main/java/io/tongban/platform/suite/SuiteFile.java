package io.tongban.platform.suite;

import io.tongban.platform.cli.Unusable;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** A suite as it is written: its kind, and its cases with their lines. */
record SuiteFile(String kind, Map<String, @Nullable Object> members, MappingNode root) {

    /** A suite of a year's events has some megabytes. */
    static final int LARGEST = 64 * 1024 * 1024;

    private static final int DEEPEST = 40;

    /** A case and the line in which it begins. */
    record Case(int line, Map<String, @Nullable Object> members) {

        String title() {
            return (words("id") + " " + words("title")).strip();
        }

        private String words(String key) {
            return Objects.toString(members.get(key), "");
        }
    }

    /**
     * Reads a suite.
     *
     * @throws Unusable if the file cannot be read, is too large or is no suite
     */
    static SuiteFile read(Path file) {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            if (Files.size(file) > LARGEST) {
                throw new Unusable(
                        file + " has " + Files.size(file) + " bytes, of which " + LARGEST + " are read",
                        "divide it into several suites");
            }
            if (!(yaml().compose(text) instanceof MappingNode root)) {
                throw new Unusable(file + " is no suite", "begin it with 'suite:' and the kind of its cases");
            }
            Map<String, @Nullable Object> members = map(file, root);
            if (!(members.get("suite") instanceof String kind)) {
                throw new Unusable(
                        file + " does not say which kind of suite it is", "begin it with 'suite:' and the kind");
            }
            return new SuiteFile(kind, members, root);
        } catch (CharacterCodingException otherEncoding) {
            throw new Unusable(file + " is not UTF-8", "write it as UTF-8 text");
        } catch (IOException failure) {
            throw new Unusable(
                    file + " cannot be read (" + Unusable.reason(failure) + ")", "name a file that can be read");
        } catch (MarkedYAMLException malformed) {
            int line = malformed.getProblemMark() == null
                    ? 1
                    : malformed.getProblemMark().getLine() + 1;
            throw new Unusable(file + ":" + line + ": this is not YAML: " + malformed.getProblem(), "mend the line");
        } catch (YAMLException refused) {
            throw new Unusable(file + " cannot be read as YAML: " + refused.getMessage(), "mend it or divide it");
        }
    }

    /**
     * The cases below the member of that name; the whole document where it has no such member.
     *
     * @throws Unusable if an element is no map
     */
    List<Case> cases(Path file, String member) {
        for (NodeTuple tuple : root.getValue()) {
            if (key(tuple).equals(member)) {
                if (!(tuple.getValueNode() instanceof SequenceNode list)) {
                    throw new Unusable(
                            file + ":" + line(tuple.getValueNode()) + ": '" + member + "' is no list",
                            "write each case as an element of a list");
                }
                List<Case> cases = new ArrayList<>();
                for (Node element : list.getValue()) {
                    if (!(element instanceof MappingNode map)) {
                        throw new Unusable(
                                file + ":" + line(element) + ": the case has no members", "write 'key: value' lines");
                    }
                    cases.add(new Case(line(map), map(file, map)));
                }
                return cases;
            }
        }
        return List.of(new Case(line(root), members));
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static String key(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static Map<String, @Nullable Object> map(Path file, MappingNode node) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            if (map.containsKey(key(tuple))) {
                throw new Unusable(
                        file + ":" + line(tuple.getKeyNode()) + ": '" + key(tuple) + "' is there twice",
                        "take one of them out");
            }
            map.put(key(tuple), value(file, tuple.getValueNode()));
        }
        return map;
    }

    private static @Nullable Object value(Path file, Node node) {
        return switch (node) {
            case MappingNode map -> map(file, map);
            case SequenceNode list -> {
                List<@Nullable Object> values = new ArrayList<>();
                list.getValue().forEach(element -> values.add(value(file, element)));
                yield values;
            }
            case ScalarNode scalar -> Scalars.INSTANCE.of(scalar);
            default -> throw new Unusable(file + ":" + line(node) + ": this is no value", "take it out");
        };
    }

    private static Yaml yaml() {
        LoaderOptions options = options();
        return new Yaml(
                new SafeConstructor(options),
                new Representer(new DumperOptions()),
                new DumperOptions(),
                options,
                new PlainScalars());
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setNestingDepthLimit(DEEPEST);
        options.setAllowDuplicateKeys(false);
        return options;
    }

    /** Only flags, numbers and null are more than text: a date stays as it is written. */
    private static final class PlainScalars extends Resolver {

        private static final Pattern FLAG = Pattern.compile("true|false");

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, FLAG, "tf");
            addImplicitResolver(Tag.INT, INT, "-+0123456789");
            addImplicitResolver(Tag.FLOAT, FLOAT, "-+0123456789.");
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
            addImplicitResolver(Tag.NULL, EMPTY, null);
        }
    }

    /** Makes values of scalars as their tags say. */
    private static final class Scalars extends SafeConstructor {

        static final Scalars INSTANCE = new Scalars();

        private Scalars() {
            super(options());
        }

        @Nullable
        Object of(ScalarNode scalar) {
            return constructObject(scalar);
        }
    }
}
