package io.tongban.sandbox.bureau;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A moment that was set, and goes on in real time from then. */
record BureauClock(Instant set, long setAtNanos) {

    LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(set.plusNanos(System.nanoTime() - setAtNanos), zone);
    }
}
