package io.tongban.sandbox.story;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the gateway answered. */
record Answer(String call, int status, Optional<String> etag, JsonNode body) {}
