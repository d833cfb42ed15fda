package io.tongban.permit.standard;

import io.tongban.permit.document.DocumentNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The published standards, each checked when it was loaded. */
public final class Standards {

    private final List<PublishedStandard> published;

    Standards(List<PublishedStandard> published) {
        this.published = List.copyOf(published);
    }

    public List<Standard> all() {
        return published.stream().map(PublishedStandard::standard).toList();
    }

    /**
     * The standard of the item on that day.
     *
     * @throws NoStandardInForce if there is none
     */
    public Standard inForce(String item, LocalDate on) {
        return all().stream()
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
        return published(item, version).standard();
    }

    /**
     * The standard as it would be with other values for some settings; its digest says that it is another.
     *
     * @param settings values by {@code criterion.setting}, written as in the standard
     * @throws io.tongban.permit.document.DocumentInvalid if there is no such setting or its value is not allowed
     */
    public Standard whatIf(Standard standard, Map<String, DocumentNode> settings) {
        return settings.isEmpty()
                ? standard
                : StandardReader.read(
                        published(standard.item(), standard.version()).document(), settings);
    }

    private PublishedStandard published(String item, String version) {
        return published.stream()
                .filter(candidate -> candidate.standard().item().equals(item)
                        && candidate.standard().version().equals(version))
                .findFirst()
                .orElseThrow(() -> new UnknownStandard(item, version));
    }
}
