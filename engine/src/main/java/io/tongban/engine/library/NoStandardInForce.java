package io.tongban.engine.library;

import java.time.LocalDate;

/** No standard of the item is in force on the day. */
public final class NoStandardInForce extends RuntimeException {

    private final String item;
    private final LocalDate on;

    NoStandardInForce(String item, LocalDate on) {
        super("No standard of " + item + " is in force on " + on);
        this.item = item;
        this.on = on;
    }

    public String item() {
        return item;
    }

    public LocalDate on() {
        return on;
    }
}
