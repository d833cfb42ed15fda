package io.tongban.platform.test.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Places that no caller can have written are found, in answers as in constraints. */
class MistakenRequestsTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final DescribedShape THING = new DescribedShape(JSON.readTree("""
                {"components": {"schemas": {"Part": {"properties": {"size": {"type": "integer"}}}}}}"""), JSON.readTree("""
                {"properties": {"name": {"type": "string"}, "case": {"type": "string"},
                 "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Part"}},
                 "best": {"oneOf": [{"$ref": "#/components/schemas/Part"}, {"type": "null"}]},
                 "nameLength": {"type": "integer"}, "says": {"type": "object", "additionalProperties": {"type": "string"}}}}"""));

    @Test
    void whatTheCallerWroteOrLeftOutIsAPlace() {
        assertThat(strays("#", "two-things")).isEmpty();
        assertThat(strays("#/name", "size")).isEmpty();
        assertThat(strays("#/parts/0/size", "positive")).isEmpty();
        assertThat(strays("#/best/size", "positive")).isEmpty();
        assertThat(strays("#/says/*", "wrong-type")).isEmpty();
        assertThat(strays("#/case", "required")).isEmpty();
        assertThat(strays("#/nmae", "property-unknown")).containsExactly("#/nmae (property-unknown) was not sent");
    }

    @Test
    void whatOnlyTheCodeKnowsIsNone() {
        assertThat(strays("#/nameGiven", "assert-true"))
                .containsExactly(
                        "#/nameGiven (assert-true) is not described", "#/nameGiven (assert-true) was not sent");
        assertThat(strays("#/parts/0/sizePlausible", "size-plausible")).hasSize(2);
        assertThat(strays("#/parts/7/size", "positive"))
                .contains("#/parts/7/size (positive) is beside nothing that was sent");
        assertThat(strays("#/case", "size")).containsExactly("#/case (size) was not sent");
    }

    @Test
    void aCodeInPlaceOfATextIsFound() {
        assertThat(MistakenRequests.strays(
                        THING,
                        JSON.createObjectNode(),
                        JSON.readTree("{\"errors\": [{\"pointer\": \"#\", \"code\": \"a-b\", \"detail\": \"a-b\"}]}")))
                .containsExactly("a-b has no text");
    }

    @Test
    void aConstraintOnWhatIsNoMemberIsFoundHoweverDeepItLies() {
        try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
            assertThat(new BodyConstraints(validators.getValidator()).strays(Offender.class, THING))
                    .containsExactlyInAnyOrder("Offender.nameLength", "Offender.nick", "Part.double");
        }
    }

    private static List<String> strays(String pointer, String code) {
        return MistakenRequests.strays(
                THING,
                JSON.readTree(
                        "{\"name\": \"\", \"parts\": [{\"size\": 0}], \"best\": {\"size\": 0}, \"says\": {\"a\": 1}}"),
                JSON.readTree("{\"errors\": [{\"pointer\": \"%s\", \"code\": \"%s\", \"detail\": \"must not be so\"}]}"
                        .formatted(pointer, code)));
    }

    /** Not a body that anybody takes. */
    record Offender(
            @NotBlank String name,
            @NotNull String nick,
            @JsonProperty("case") @NotBlank String caseId,
            @NotNull List<@Valid @NotNull Part> parts) {

        @AssertTrue
        boolean isNamedOnce() {
            return true;
        }

        @Positive
        int getNameLength() {
            return 1;
        }
    }

    record Part(@Positive int size) {

        @Positive
        int getDouble() {
            return 2;
        }
    }
}
