package io.tongban.community.trip;

import org.jspecify.annotations.Nullable;

/**
 * One time that somebody had to come for a chain.
 *
 * @param cause null for the first of the chain
 */
public record Trip(Occasion occasion, @Nullable Cause cause) {}
