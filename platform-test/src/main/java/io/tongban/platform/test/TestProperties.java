package io.tongban.platform.test;

import java.util.Map;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;

/**
 * Properties that a test fixture gives its context before the first bean is made.
 *
 * <p>Those of a {@code DynamicPropertyRegistrar} come too late: the web server asks for its filters before that.
 */
final class TestProperties {

    private TestProperties() {}

    /** What the test says of its own context, beside what every context of the module has. */
    static Object ofTheTest(Environment environment) {
        PropertySource<?> source =
                ((ConfigurableEnvironment) environment).getPropertySources().get("Inlined Test Properties");
        return source == null ? Map.of() : Map.copyOf((Map<?, ?>) source.getSource());
    }

    static void add(Environment environment, String source, Map<String, Object> properties) {
        ((ConfigurableEnvironment) environment)
                .getPropertySources()
                .addFirst(new MapPropertySource(source, properties));
    }
}
