package io.tongban.community.network;

import java.util.UUID;

/** The identity of a window. */
public record WindowId(UUID value) {}
