package io.tongban.platform.suite;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;

/** The kinds of suites that a service's jar can run, as its {@code suite-kinds.properties} names them. */
final class SuiteKinds {

    static final String FILE = "suite-kinds.properties";

    private final Map<String, String> classes;
    private final ClassLoader loader;

    private SuiteKinds(Map<String, String> classes, ClassLoader loader) {
        this.classes = classes;
        this.loader = loader;
    }

    static SuiteKinds of(ClassLoader loader) {
        Map<String, String> classes = new HashMap<>();
        try {
            for (URL file : Collections.list(loader.getResources(FILE))) {
                Properties kinds = new Properties();
                try (Reader text = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
                    kinds.load(text);
                }
                kinds.stringPropertyNames().forEach(kind -> classes.put(kind, kinds.getProperty(kind)));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(FILE + " cannot be read", broken);
        }
        return new SuiteKinds(classes, loader);
    }

    SortedSet<String> names() {
        return new TreeSet<>(classes.keySet());
    }

    /** The kind of that name; empty if this jar has none. */
    Optional<SuiteKind> find(String name) {
        return Optional.ofNullable(classes.get(name)).map(this::made);
    }

    private SuiteKind made(String className) {
        try {
            return Class.forName(className, true, loader)
                    .asSubclass(SuiteKind.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException wrong) {
            throw new IllegalStateException(FILE + " names " + className + ", which cannot be made", wrong);
        }
    }
}
