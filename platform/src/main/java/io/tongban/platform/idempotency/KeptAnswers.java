package io.tongban.platform.idempotency;

import io.tongban.platform.crypto.FieldEncryption;
import tools.jackson.databind.json.JsonMapper;

/** The answers kept under idempotency keys, encrypted: they can hold personal data. */
final class KeptAnswers {

    private final IdempotencyRecords records;
    private final FieldEncryption encryption;
    private final JsonMapper json;

    KeptAnswers(IdempotencyRecords records, FieldEncryption encryption, JsonMapper json) {
        this.records = records;
        this.encryption = encryption;
        this.json = json;
    }

    void keep(Attempt attempt, int status, KeptAnswer answer) {
        records.answer(
                attempt.id(),
                attempt.attempt(),
                status,
                new EncryptedAnswer(encryption.encrypt(json.writeValueAsBytes(answer), context(attempt.id()))));
    }

    KeptAnswer read(String id, Beginning.Answered answered) {
        return json.readValue(encryption.decrypt(answered.answer().cipher(), context(id)), KeptAnswer.class);
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
