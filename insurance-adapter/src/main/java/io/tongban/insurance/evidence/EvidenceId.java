package io.tongban.insurance.evidence;

import java.util.UUID;

/** Identifies what a query was answered. */
public record EvidenceId(UUID value) {}
