package io.tongban.permit.casefile.ledger;

/**
 * An event with the personal part that is sealed in the ledger.
 *
 * @param personal as it was before it was sealed
 */
public record OpenedEvent(LedgerEvent event, String personal) {

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "OpenedEvent[" + event.type() + " " + event.seq() + "]";
    }
}
