package io.tongban.community.window;

import java.util.UUID;

/** A place that hosts windows. */
public record ServiceCentre(UUID id, String name) {}
