package io.tongban.community.appointment;

import io.tongban.community.window.WindowId;
import java.time.ZonedDateTime;

/**
 * A half hour of a window that has free places.
 *
 * @param startsAt by the business clock
 */
record Slot(WindowId window, ZonedDateTime startsAt, int free) {}
