package io.tongban.community.window;

import java.util.UUID;

/** The identity of a window. */
public record WindowId(UUID value) {}
