package io.tongban.platform.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;

/** The schemas of problem details as {@code ProblemWriter} writes them. */
final class ProblemSchemas {

    private static final String PROBLEM = "Problem";
    private static final String INVALID_PLACE = "InvalidPlace";

    static final String PROBLEM_REF = Components.COMPONENTS_SCHEMAS_REF + PROBLEM;

    private ProblemSchemas() {}

    static void addTo(Components components) {
        components.addSchemas(PROBLEM, problem()).addSchemas(INVALID_PLACE, invalidPlace());
    }

    private static Schema<?> problem() {
        Schema<?> problem = new ObjectSchema()
                .description(
                        "Problem details (RFC 9457). Each value that detail names is a member of its own beside these.");
        problem.setRequired(List.of("type", "title", "status"));
        problem.addProperty(
                "type",
                text("What went wrong, as a relative reference; its meaning never changes.", "/errors/not-found")
                        .format("uri-reference"));
        problem.addProperty(
                "title", text("The same in a few words, Chinese or English by Accept-Language.", "Not found"));
        problem.addProperty(
                "status", new IntegerSchema().description("The HTTP status.").example(404));
        problem.addProperty("detail", text("What went wrong in this call.", "There is nothing at this address."));
        problem.addProperty("requestId", text("Finds the call in the logs.", "6f1c1c6e-56fd-4a55-9ce1-0a8e9a9a6b5b"));
        problem.addProperty(
                "errors",
                new ArraySchema()
                        .items(new Schema<>().$ref(Components.COMPONENTS_SCHEMAS_REF + INVALID_PLACE))
                        .description("Of an invalid request: each place that is wrong."));
        problem.setAdditionalProperties(true);
        return problem;
    }

    private static Schema<?> invalidPlace() {
        Schema<?> place = new ObjectSchema()
                .description("A place in a request that is wrong; the value that stood there is never shown.");
        place.setRequired(List.of("code", "detail", "expected"));
        place.addProperty("pointer", text("The place in the body.", "#/items/0"));
        place.addProperty("parameter", text("The parameter or header.", "limit"));
        place.addProperty("code", text("What is wrong there.", "max"));
        place.addProperty(
                "detail", text("The same for people, Chinese or English by Accept-Language.", "must be at most 200"));
        place.addProperty(
                "expected",
                new ObjectSchema()
                        .description(
                                "What should be there, in the words of JSON Schema: `{\"type\": \"integer\", \"maximum\": 200}`.")
                        .additionalProperties(true));
        place.addProperty(
                "allowed",
                new ArraySchema()
                        .items(new StringSchema())
                        .description("The values or names that are allowed, where they can be listed."));
        place.setAdditionalProperties(true);
        return place;
    }

    private static Schema<?> text(String description, String example) {
        return new StringSchema().description(description).example(example);
    }
}
