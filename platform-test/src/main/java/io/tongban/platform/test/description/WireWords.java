package io.tongban.platform.test.description;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Holds what the controllers of a module take and answer to the words of {@code docs/wire.md}: how instants, days and months are
 * called and typed, and that where something stands is its state.
 */
public final class WireWords {

    private static final Pattern INSTANT = Pattern.compile("at|.+At|completeTo");
    private static final Pattern DAY = Pattern.compile("on|.+On|from|until|asOf");
    private static final Pattern MONTH = Pattern.compile("month|.+Month|first|last|through");
    private static final Pattern STATUS = Pattern.compile("status|.+Status");

    /** They carry no offset, or one that is not the city's. */
    private static final Set<Class<?>> NOT_ON_THE_WIRE = Set.of(LocalDateTime.class, ZonedDateTime.class, Date.class);

    private final List<String> differences = new ArrayList<>();
    private final Set<Type> seen = new HashSet<>();

    private WireWords() {}

    /**
     * Checks all controllers below a package.
     *
     * @throws AssertionError naming every member that is called or typed otherwise
     */
    public static void check(String rootPackage) {
        ClassPathScanningCandidateComponentProvider controllers =
                new ClassPathScanningCandidateComponentProvider(false);
        controllers.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        Class<?>[] found = controllers.findCandidateComponents(rootPackage).stream()
                .map(bean -> ClassUtils.resolveClassName(
                        String.valueOf(bean.getBeanClassName()), WireWords.class.getClassLoader()))
                .toArray(Class<?>[]::new);
        if (found.length == 0) {
            throw new IllegalArgumentException("there is no controller in " + rootPackage);
        }
        List<String> differences = differences(found);
        if (!differences.isEmpty()) {
            throw new AssertionError("other words than docs/wire.md has:\n  " + String.join("\n  ", differences));
        }
    }

    static List<String> differences(Class<?>... controllers) {
        WireWords words = new WireWords();
        for (Class<?> controller : controllers) {
            for (Method method : controller.getDeclaredMethods()) {
                if (AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class)) {
                    words.examine(method.getGenericReturnType());
                    Arrays.stream(method.getParameters())
                            .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                            .forEach(parameter -> words.examine(parameter.getParameterizedType()));
                }
            }
        }
        return words.differences;
    }

    private void examine(Type type) {
        if (!seen.add(type)) {
            return;
        }
        if (type instanceof ParameterizedType generic) {
            examine(generic.getRawType());
            Arrays.stream(generic.getActualTypeArguments()).forEach(this::examine);
        } else if (type instanceof WildcardType wildcard) {
            Arrays.stream(wildcard.getUpperBounds()).forEach(this::examine);
        } else if (type instanceof Class<?> known && known.isRecord()) {
            Arrays.stream(known.getRecordComponents()).forEach(this::examine);
        } else if (type instanceof Class<?> known && known.isSealed()) {
            Arrays.stream(known.getPermittedSubclasses()).forEach(this::examine);
        }
    }

    private void examine(RecordComponent member) {
        String name = member.getName();
        Class<?> type = member.getType();
        if (NOT_ON_THE_WIRE.contains(type)) {
            differ(member, "is an Instant of the system clock or an OffsetDateTime of the business clock");
        } else if (type == Instant.class || type == OffsetDateTime.class) {
            require(INSTANT, member, "an instant is called …At");
        } else if (type == LocalDate.class) {
            require(DAY, member, "a day is called …On, or from and until of a period");
        } else if (type == YearMonth.class) {
            require(MONTH, member, "a month is called …Month, or first and last of a span");
        } else if (INSTANT.matcher(name).matches()) {
            differ(member, "only an instant is called …At");
        }
        if (STATUS.matcher(name).matches()) {
            differ(member, "where something stands is its state; a status is HTTP's");
        }
        examine(member.getGenericType());
    }

    private void require(Pattern names, RecordComponent member, String rule) {
        if (!names.matcher(member.getName()).matches()) {
            differ(member, rule);
        }
    }

    private void differ(RecordComponent member, String rule) {
        differences.add(member.getDeclaringRecord().getSimpleName() + "." + member.getName() + ": " + rule);
    }
}
