package io.tongban.sandbox.fault;

import tools.jackson.databind.JsonNode;

/**
 * What a request was answered in the end.
 *
 * @param entityTag empty if there is none
 * @param unsure whether it was sent before without an answer that says that nothing was done: it may have been done then
 */
record Answered(int status, String entityTag, JsonNode body, boolean unsure) {

    /** The last word of the problem's type; empty if it is none. */
    String problem() {
        String type = body.path("type").asString("");
        return type.substring(type.lastIndexOf('/') + 1);
    }
}
