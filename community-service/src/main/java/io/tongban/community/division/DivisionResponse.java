package io.tongban.community.division;

import io.swagger.v3.oas.annotations.media.Schema;
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

        @Schema(description = "First day on which the entry of the official list is in force.")
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
