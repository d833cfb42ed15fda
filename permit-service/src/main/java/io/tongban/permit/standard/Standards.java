package io.tongban.permit.standard;

import java.time.LocalDate;
import java.util.List;

/** The published standards, each checked when it was loaded. */
public final class Standards {

    private final List<Standard> published;

    Standards(List<Standard> published) {
        this.published = List.copyOf(published);
    }

    public List<Standard> all() {
        return published;
    }

    /**
     * The standard of the item on that day.
     *
     * @throws NoStandardInForce if there is none
     */
    public Standard inForce(String item, LocalDate on) {
        return published.stream()
                .filter(standard -> standard.item().equals(item) && standard.isInForce(on))
                .findFirst()
                .orElseThrow(() -> new NoStandardInForce(item, on));
    }

    /**
     * One version of the item, in force or not.
     *
     * @throws UnknownStandard if there is none
     */
    public Standard version(String item, String version) {
        return published.stream()
                .filter(standard ->
                        standard.item().equals(item) && standard.version().equals(version))
                .findFirst()
                .orElseThrow(() -> new UnknownStandard(item, version));
    }
}
