package io.tongban.platform.idempotency;

import java.util.UUID;

/** What became of the wish to begin an attempt under an idempotency key. */
sealed interface Beginning {

    /** The key is held by this attempt now. */
    record Started(UUID attempt) implements Beginning {}

    /** The request was answered before. */
    record Answered(int status, EncryptedAnswer answer) implements Beginning {}

    /** The key was used with another body. */
    record OtherBody() implements Beginning {}

    /** Another attempt is at work. */
    record InUse() implements Beginning {}

    /** An earlier attempt did its work and died before its answer was kept. */
    record AnswerLost() implements Beginning {}
}
