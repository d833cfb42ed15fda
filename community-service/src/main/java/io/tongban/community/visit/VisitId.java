package io.tongban.community.visit;

import java.util.UUID;

/** The identity of a visit. */
record VisitId(UUID value) {}
