package io.tongban.crossed.window;

import io.tongban.crossed.visit.Visit;

/** A window that knows its visits, against the direction. */
public record Window(Visit visit) {}
