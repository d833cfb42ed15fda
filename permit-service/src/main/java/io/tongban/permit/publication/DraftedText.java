package io.tongban.permit.publication;

import io.tongban.engine.document.DocumentNode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the text of a layer says of itself.
 *
 * @param inForceAlone false for a layer that only others build on
 * @param until null: until the next version begins
 */
public record DraftedText(
        String item,
        String version,
        String layer,
        boolean inForceAlone,
        LocalDate from,
        @Nullable LocalDate until) {

    private static final Pattern ITEM = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,30}");
    private static final Set<String> ADDRESSES = Set.of("in-force", "drafts");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    /**
     * Reads no more than this.
     *
     * @throws io.tongban.engine.document.DocumentInvalid if a name does not fit into an address, or a period ends before it
     *     begins
     */
    public static DraftedText read(DocumentNode document) {
        DocumentNode item = document.get("item");
        if (!ITEM.matcher(item.text()).matches() || ADDRESSES.contains(item.text())) {
            throw item.invalid(
                    "'" + item.text() + "' is no name of an item",
                    "write small letters, digits and hyphens, 63 at most; not " + String.join(" or ", ADDRESSES));
        }
        DocumentNode version = document.get("version");
        if (!VERSION.matcher(version.text()).matches()) {
            throw version.invalid(
                    "'" + version.text() + "' is no name of a version",
                    "write letters, digits, dots and hyphens, 31 at most");
        }
        DocumentNode layer = document.get("layer");
        if (!ITEM.matcher(layer.text()).matches()) {
            throw layer.invalid(
                    "'" + layer.text() + "' is no name of a layer",
                    "write small letters, digits and hyphens, 63 at most");
        }
        DocumentNode inForce = document.get("inForce");
        LocalDate from = day(inForce.get("from"));
        Optional<DocumentNode> until = inForce.find("until").filter(end -> !end.isNull());
        if (until.filter(end -> day(end).isBefore(from)).isPresent()) {
            throw inForce.invalid("the period ends before it begins", "let 'until' be no earlier than 'from'");
        }
        return new DraftedText(
                item.text(),
                version.text(),
                layer.text(),
                document.find("base").filter(DocumentNode::flag).isEmpty(),
                from,
                until.map(DocumentNode::date).orElse(null));
    }

    /** The same as a version that is published. */
    public PublishedVersion published(
            String document, @Nullable String digest, @Nullable UUID draft, String publishedBy, LocalDate publishedOn) {
        return new PublishedVersion(
                item, version, layer, inForceAlone, from, until, document, digest, draft, publishedBy, publishedOn);
    }

    private static LocalDate day(DocumentNode node) {
        LocalDate day = node.date();
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            throw node.invalid("no standard is in force on " + day, "write a day from " + EARLIEST + " to " + LATEST);
        }
        return day;
    }
}
