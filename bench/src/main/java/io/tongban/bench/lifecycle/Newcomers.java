package io.tongban.bench.lifecycle;

import io.tongban.form.IdentityNumber;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicLong;

/** New persons, each with a number of their own that the stand-in for bureaux knows. */
public final class Newcomers {

    /** As in {@code bureaux.yaml} of the sandbox. */
    static final String NAME = "新市民";

    private static final String PREFIX = "339998";

    private static final LocalDate ELDEST = LocalDate.of(1958, 1, 1);
    private static final long DAYS = 15_000;

    private final AtomicLong next;

    /**
     * The persons after those that are known.
     *
     * @param known how many have come before
     */
    public Newcomers(long known) {
        this.next = new AtomicLong(known);
    }

    /** The identity number of the next one; there are 15 million. */
    public String next() {
        long number = next.getAndIncrement();
        String birth = ELDEST.plusDays(number % DAYS).format(DateTimeFormatter.BASIC_ISO_DATE);
        return IdentityNumber.beginning(PREFIX + birth + "%03d".formatted(number / DAYS % 1000))
                .canonical();
    }
}
