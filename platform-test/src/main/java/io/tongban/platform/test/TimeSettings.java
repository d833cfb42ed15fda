package io.tongban.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;

/**
 * What of a module's settings bounds a wait, a repetition or a circuit breaker.
 *
 * <p>Of its {@code application.yaml} (of the platform: its shared defaults) each duration, each figure of Resilience4j, each number
 * that is a time-out or limits a pool; of its {@code @ConfigurationProperties} records each {@link Duration}; of its classes each
 * constant that is one, {@code Type.CONSTANT}.
 */
final class TimeSettings {

    private static final Pattern DURATION =
            Pattern.compile("\\d+(ns|us|ms|s|m|h|d)|PT?\\d.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Pattern OF_A_WAIT = Pattern.compile(".*[.-](timeout|interval|wait|delay|keepalive-time)");

    /** Settings that a pool hands on to the database's driver: in seconds, or in the options of a session. */
    private static final Pattern OF_THE_DRIVER = Pattern.compile(".*\\.data-source-properties\\.[a-z]+Timeout");

    private static final Pattern OF_A_SESSION = Pattern.compile("-c (\\w+_timeout)=(\\S+)");
    private static final Set<String> POOLS =
            Set.of("maximum-pool-size", "max-connections", "max-connections-per-route");
    private static final Map<String, String> UNITS =
            Map.of("milliseconds", "ms", "seconds", "s", "minutes", "m", "hours", "h");
    private static final String MILLISECONDS = "milliseconds";

    private final Map<String, String> written = new LinkedHashMap<>();
    private final Map<String, String> found = new TreeMap<>();

    private TimeSettings() {}

    static Map<String, String> of(String rootPackage, Path resources) {
        TimeSettings settings = new TimeSettings();
        settings.read(resources);
        classes(rootPackage).forEach(settings::add);
        return settings.found;
    }

    /** Of some classes alone. */
    static Map<String, String> of(List<Class<?>> classes) {
        TimeSettings settings = new TimeSettings();
        classes.forEach(settings::add);
        return settings.found;
    }

    /** Of settings alone. */
    static Map<String, String> of(Map<String, String> written) {
        TimeSettings settings = new TimeSettings();
        settings.written.putAll(written);
        settings.addWritten();
        return settings.found;
    }

    static boolean isDuration(String value) {
        return DURATION.matcher(value).matches();
    }

    private void read(Path resources) {
        try {
            Path yaml = resources.resolve("application.yaml");
            if (Files.exists(yaml)) {
                new YamlPropertySourceLoader()
                        .load("application", new FileSystemResource(yaml)).stream()
                                .map(source -> (EnumerablePropertySource<?>) source)
                                .forEach(source -> {
                                    for (String name : source.getPropertyNames()) {
                                        written.put(name, String.valueOf(source.getProperty(name)));
                                    }
                                });
            }
            Path defaults = resources.resolve("META-INF").resolve("tongban-defaults.properties");
            if (Files.exists(defaults)) {
                Properties shared = new Properties();
                shared.load(Files.newBufferedReader(defaults));
                shared.stringPropertyNames().forEach(name -> written.put(name, shared.getProperty(name)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the settings in " + resources + " cannot be read", e);
        }
        addWritten();
    }

    private void addWritten() {
        written.forEach((name, value) -> {
            if (isDuration(value) || (name.startsWith("resilience4j.") && isNumber(value)) || isPool(name)) {
                found.put(name, value);
            } else if (isNumber(value) && OF_A_WAIT.matcher(name).matches()) {
                String unit = written.getOrDefault(name + "-unit", MILLISECONDS);
                found.put(name, value + UNITS.get(unit));
            } else if (OF_THE_DRIVER.matcher(name).matches()) {
                found.put(name, value + "s");
            } else if (name.endsWith(".data-source-properties.options")) {
                OF_A_SESSION
                        .matcher(value)
                        .results()
                        .forEach(option -> found.put(name + " " + option.group(1), option.group(2)));
            }
        });
    }

    private void add(Class<?> type) {
        @Nullable ConfigurationProperties settings = type.getAnnotation(ConfigurationProperties.class);
        if (settings != null && type.isRecord()) {
            add(settings.value().isEmpty() ? settings.prefix() : settings.value(), type);
        }
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())
                    && Modifier.isFinal(field.getModifiers())
                    && isTime(field.getType())) {
                found.put(type.getSimpleName() + "." + field.getName(), constant(field));
            }
        }
    }

    private void add(String prefix, Class<?> properties) {
        for (RecordComponent component : properties.getRecordComponents()) {
            String name = prefix + "." + kebab(component.getName());
            if (component.getType() == Duration.class) {
                found.put(name, written.getOrDefault(name, defaultOf(component)));
            } else if (component.getType().isRecord()) {
                add(name, component.getType());
            } else if (component.getGenericType() instanceof ParameterizedType generic
                    && Map.class.isAssignableFrom(component.getType())
                    && generic.getActualTypeArguments()[1] instanceof Class<?> value
                    && value.isRecord()) {
                add(name + ".*", value);
            }
        }
    }

    private static String defaultOf(RecordComponent component) {
        for (var parameter :
                component.getDeclaringRecord().getDeclaredConstructors()[0].getParameters()) {
            @Nullable DefaultValue value = parameter.getAnnotation(DefaultValue.class);
            if (parameter.getName().equals(component.getName()) && value != null && value.value().length == 1) {
                return value.value()[0];
            }
        }
        return "not set";
    }

    private static boolean isTime(Class<?> type) {
        return type == Duration.class || type.getName().startsWith("org.apache.hc.core5.util.Time");
    }

    private static String constant(Field field) {
        try {
            field.setAccessible(true);
            Object value = field.get(null);
            return value instanceof Duration duration
                    ? duration.toString()
                    : field.getType().getMethod("toDuration").invoke(value).toString();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(field + " cannot be read", e);
        }
    }

    private static boolean isNumber(String value) {
        return NUMBER.matcher(value).matches();
    }

    private static boolean isPool(String name) {
        return POOLS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static List<Class<?>> classes(String rootPackage) {
        List<Class<?>> classes = new ArrayList<>();
        MetadataReaderFactory reader = new SimpleMetadataReaderFactory();
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:" + rootPackage.replace('.', '/') + "/**/*.class")) {
                String name =
                        reader.getMetadataReader(resource).getClassMetadata().getClassName();
                boolean ofTests = resource.getURL().getPath().contains("/test-classes/")
                        || name.startsWith(TimeSettings.class.getPackageName());
                if (!ofTests) {
                    classes.add(Class.forName(name, false, TimeSettings.class.getClassLoader()));
                }
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("the classes of " + rootPackage + " cannot be read", e);
        }
        return classes;
    }
}
