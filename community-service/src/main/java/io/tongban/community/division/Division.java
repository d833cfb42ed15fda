package io.tongban.community.division;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A division as the official list has it from {@code from} until {@code until}, both days included.
 *
 * @param parent the code of the division above it at that time; null for the city
 * @param until null while the entry is in force
 */
public record Division(
        DivisionId id,
        Tier tier,
        String code,
        String name,
        @Nullable String parent,
        LocalDate from,
        @Nullable LocalDate until) {}
