package io.tongban.insurance.evidence;

import java.util.UUID;

/** Identifies a query on record. */
public record QueryId(UUID value) {}
