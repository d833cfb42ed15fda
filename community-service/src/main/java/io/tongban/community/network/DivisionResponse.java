package io.tongban.community.network;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A division on the wire; {@code until} is null while its entry is in force. */
record DivisionResponse(
        UUID id,
        String code,
        String name,
        Tier tier,
        @Nullable String parent,
        LocalDate from,
        @Nullable LocalDate until) {

    static DivisionResponse of(Division division) {
        return new DivisionResponse(
                division.id().value(),
                division.code(),
                division.name(),
                division.tier(),
                division.parent(),
                division.from(),
                division.until());
    }
}
