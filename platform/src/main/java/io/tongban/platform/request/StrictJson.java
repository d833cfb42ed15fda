package io.tongban.platform.request;

import io.tongban.platform.problem.ExpectedForm;
import io.tongban.platform.problem.GeneralProblem;
import io.tongban.platform.problem.InvalidPlace;
import io.tongban.platform.problem.InvalidRequest;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.problem.ShownName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads request bodies strictly and, of a body that does not fit, finds all places at once.
 *
 * <p>A misspelt property must not be lost, of a doubled one nobody knows which counts, and a number is no text.
 */
final class StrictJson extends JacksonJsonHttpMessageConverter {

    /** Each place costs a reading of the whole body. */
    private static final int MOST_PLACES = 20;

    /** More than any gateway lets through; no body fills the memory of a service. */
    private static final int LARGEST = 8 * 1024 * 1024;

    private static final int MOST_TOKENS = 20_000;

    /** The codes of texts that no database keeps: PostgreSQL has no U+0000, and UTF-8 no halves of surrogate pairs. */
    static final String HOLDS_NUL = "holds-nul";

    private static final String HALF_CHARACTER = "half-character";

    /** @param json the shared mapper, which goes on ignoring what a newer provider adds */
    StrictJson(JsonMapper json) {
        super(strict(json));
    }

    private static JsonMapper strict(JsonMapper json) {
        return json.rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .addModule(new SimpleModule()
                        .addDeserializer(String.class, new KeptText())
                        .addDeserializer(LocalDate.class, new Day()))
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.DateTime,
                        time -> time.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.OtherScalar,
                        scalar -> scalar.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Enum,
                        constant -> constant.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .build();
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        KeptBody kept = KeptBody.of(message);
        if (kept.isTooLarge()) {
            throw refused(
                    Problem.of(GeneralProblem.BODY_TOO_LARGE)
                            .with("limit", LARGEST)
                            .header(HttpHeaders.CONNECTION, "close"),
                    kept);
        }
        if (kept.isInAnotherCharset()) { // which Jackson would guess
            throw new HttpMessageNotReadableException("the body is not JSON in UTF-8", kept);
        }
        if (hasTooManyTokens(kept)) { // of which each could be wrong at several places
            throw refused(
                    InvalidRequest.at("#", "too-many-tokens", Object.class, Map.of("maxTokens", MOST_TOKENS)), kept);
        }
        try {
            return super.read(type, kept, hints);
        } catch (HttpMessageNotReadableException unreadable) {
            if (unreadable.getCause() instanceof JacksonException misfit && isMisfit(misfit)) {
                throw unfit(getMapper().constructType(type.getType()), kept, misfit);
            }
            throw unreadable;
        }
    }

    private static HttpMessageNotReadableException refused(Problem problem, KeptBody body) {
        return new HttpMessageNotReadableException("the body is more than is read", problem, body);
    }

    /** What is no JSON has as many as it has until there; who reads it then says the rest. */
    private boolean hasTooManyTokens(KeptBody body) {
        try (JsonParser parser = getMapper().createParser(body.content())) {
            int tokens = 0;
            while (tokens <= MOST_TOKENS && parser.nextToken() != null) {
                tokens++;
            }
            return tokens > MOST_TOKENS;
        } catch (JacksonException notJson) {
            return false;
        }
    }

    /** Whether the body is JSON so far, also where a number is larger than its type. */
    private static boolean isMisfit(JacksonException failure) {
        return failure instanceof DatabindException || failure instanceof InputCoercionException;
    }

    static boolean holdsNul(String text) {
        return text.indexOf('\0') >= 0;
    }

    /** Why no database keeps the text as it is; null if every one does. */
    private static @Nullable String notKept(String text) {
        if (holdsNul(text)) {
            return HOLDS_NUL;
        }
        boolean halves = text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        return halves ? HALF_CHARACTER : null;
    }

    /** Takes out what does not fit, one place after the other, until the rest does. */
    private HttpMessageNotReadableException unfit(JavaType type, KeptBody body, JacksonException first) {
        JsonNode tree;
        try {
            tree = getMapper().readTree(body.content());
        } catch (JacksonException notJson) { // behind the place that did not fit
            return new HttpMessageNotReadableException("the body is not JSON", notJson, body);
        }
        Map<String, InvalidPlace> places = new LinkedHashMap<>(); // by their own names, of which some are not shown
        JacksonException misfit = first;
        while (places.size() < MOST_PLACES) {
            InvalidPlace place = place(misfit, tree);
            if (places.putIfAbsent(misfit.getPathReference(), place) != null || !takenOut(tree, misfit)) {
                break;
            }
            try {
                return new UnfitBody(
                        List.copyOf(places.values()),
                        getMapper().readerFor(type).readValue(getMapper().treeAsTokens(tree)),
                        body);
            } catch (JacksonException next) {
                misfit = next;
            }
        }
        return new UnfitBody(List.copyOf(places.values()), null, body);
    }

    private static InvalidPlace place(JacksonException misfit, JsonNode tree) {
        String pointer = pointer(misfit.getPath());
        if (misfit instanceof InvalidFormatException refused && refused.getTargetType() == String.class) {
            String code = notKept(String.valueOf(refused.getValue()));
            if (code != null) {
                return InvalidPlace.of(InvalidPlace.POINTER, pointer, code, ExpectedForm.of(String.class));
            }
        }
        return switch (misfit) {
            case InputCoercionException large ->
                InvalidPlace.of(
                        InvalidPlace.POINTER, pointer, "out-of-range", ExpectedForm.inRange(large.getTargetType()));
            case UnrecognizedPropertyException unknown ->
                InvalidPlace.of(InvalidPlace.POINTER, pointer, "property-unknown", ExpectedForm.oneOf(known(unknown)));
            case MismatchedInputException mismatch ->
                InvalidPlace.of(
                        InvalidPlace.POINTER,
                        pointer,
                        at(tree, misfit.getPath()).isMissingNode() ? "required" : "wrong-type",
                        ExpectedForm.of(mismatch.getTargetType() == null ? Object.class : mismatch.getTargetType()));
            default -> InvalidPlace.of(InvalidPlace.POINTER, pointer, "not-valid", ExpectedForm.of(Object.class));
        };
    }

    private static Collection<String> known(UnrecognizedPropertyException unknown) {
        Collection<Object> ids = unknown.getKnownPropertyIds();
        return ids == null
                ? List.of()
                : ids.stream().map(String::valueOf).sorted().toList();
    }

    private static JsonNode at(JsonNode tree, List<JacksonException.Reference> path) {
        JsonNode node = tree;
        for (JacksonException.Reference step : path) {
            node = step.getPropertyName() == null ? node.path(step.getIndex()) : node.path(step.getPropertyName());
        }
        return node;
    }

    /** Whether something could be taken out; where there must be a number or a truth value, one takes its place. */
    private static boolean takenOut(JsonNode tree, JacksonException misfit) {
        List<JacksonException.Reference> path = misfit.getPath();
        if (path.isEmpty()) {
            return false;
        }
        JacksonException.Reference last = path.getLast();
        JsonNode around = at(tree, path.subList(0, path.size() - 1));
        if (around instanceof ArrayNode array) {
            array.set(last.getIndex(), stopgap(misfit)); // so that the others keep their places
            return true;
        }
        if (around instanceof ObjectNode object) {
            if (misfit instanceof UnrecognizedPropertyException) {
                object.remove(last.getPropertyName());
            } else {
                object.set(last.getPropertyName(), stopgap(misfit));
            }
            return true;
        }
        return false;
    }

    private static JsonNode stopgap(JacksonException misfit) {
        Class<?> type = switch (misfit) {
            case MismatchedInputException mismatch -> mismatch.getTargetType();
            case InputCoercionException large -> large.getTargetType();
            default -> null;
        };
        if (type == null || !type.isPrimitive()) {
            return NullNode.getInstance();
        }
        return type == boolean.class ? BooleanNode.FALSE : IntNode.valueOf(0);
    }

    private static String pointer(List<JacksonException.Reference> path) {
        return path.stream()
                .map(step -> step.getPropertyName() == null
                        ? String.valueOf(step.getIndex())
                        : ShownName.of(step.getPropertyName()))
                .map("/"::concat)
                .collect(Collectors.joining("", "#", ""));
    }

    /** A text that a database can keep as it is. */
    private static final class KeptText extends StdScalarDeserializer<String> {

        private KeptText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            String text = StringDeserializer.instance.deserialize(parser, context);
            if (text != null && notKept(text) != null) {
                throw context.weirdStringException(text, String.class, "a text that can be kept");
            }
            return text;
        }
    }

    /** Jackson's own also reads arrays of numbers, and takes the day out of an instant. */
    private static final class Day extends StdScalarDeserializer<LocalDate> {

        private Day() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (LocalDate) context.handleUnexpectedToken(getValueType(context), parser);
            }
            String text = parser.getString();
            try {
                return CalendarDay.parse(text);
            } catch (DateTimeException noDay) {
                throw context.weirdStringException(text, LocalDate.class, "a day");
            }
        }
    }

    /** A message whose body can be read again. */
    private static final class KeptBody implements HttpInputMessage {

        private final HttpHeaders headers;
        private final byte[] content;

        private KeptBody(HttpHeaders headers, byte[] content) {
            this.headers = headers;
            this.content = content;
        }

        static KeptBody of(HttpInputMessage message) throws IOException {
            return new KeptBody(message.getHeaders(), message.getBody().readNBytes(LARGEST + 1));
        }

        byte[] content() {
            return content;
        }

        boolean isTooLarge() {
            return content.length > LARGEST;
        }

        /** JSON in UTF-8 has no byte 0, JSON in UTF-16 and UTF-32 cannot do without (RFC 8259, section 8.1). */
        boolean isInAnotherCharset() {
            for (byte unit : content) {
                if (unit == 0) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(content);
        }
    }
}
