package io.tongban.platform.idempotency;

import io.tongban.platform.crypto.SealedJson;

/** The answers kept under idempotency keys, encrypted: they can hold personal data. */
final class KeptAnswers {

    private final IdempotencyRecords records;
    private final SealedJson json;

    KeptAnswers(IdempotencyRecords records, SealedJson json) {
        this.records = records;
        this.json = json;
    }

    void keep(Attempt attempt, int status, KeptAnswer answer) {
        records.answer(
                attempt.id(), attempt.attempt(), status, new EncryptedAnswer(json.seal(answer, context(attempt.id()))));
    }

    KeptAnswer read(String id, Beginning.Answered answered) {
        return json.open(answered.answer().cipher(), context(id), KeptAnswer.class);
    }

    void release(Attempt attempt) {
        records.release(attempt.id(), attempt.attempt());
    }

    void forget(Attempt attempt) {
        records.forget(attempt.id(), attempt.attempt());
    }

    private static String context(String id) {
        return "idempotency:" + id;
    }
}
