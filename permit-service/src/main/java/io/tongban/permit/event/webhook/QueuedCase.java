package io.tongban.permit.event.webhook;

import java.util.UUID;

/**
 * A case of which a webhook has still to be told, as whoever claimed it has it.
 *
 * @param nextSeq from this event on
 * @param attempts how often the next event was tried in vain
 * @param claim by which the queue knows who has it
 */
record QueuedCase(UUID webhook, UUID caseId, long nextSeq, long lastSeq, int attempts, UUID claim) {}
