package io.tongban.community.window;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tongban.community.window.hours.Hours;
import io.tongban.community.window.hours.OpeningPeriod;
import io.tongban.platform.problem.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;

/** Opening hours on the wire, both ways. */
record HoursBody(
        @NotNull @Size(max = 10) List<@Valid @NotNull Period> workingDays,
        @NotNull @Size(max = 10) List<@Valid @NotNull Period> weekends) {

    private static final String TIME = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

    /** From when to when a window is open. */
    record Period(
            @Schema(type = "string", pattern = TIME, example = "08:30") @NotNull @JsonFormat(pattern = "HH:mm")
            LocalTime opens,

            @Schema(type = "string", pattern = TIME, example = "11:30") @NotNull @JsonFormat(pattern = "HH:mm")
            LocalTime closes) {}

    static HoursBody of(Hours hours) {
        return new HoursBody(periods(hours.workingDays()), periods(hours.weekends()));
    }

    /** @throws Problem {@link WindowProblem#HOURS_IMPOSSIBLE} if periods overlap or end before they begin */
    Hours toHours() {
        try {
            return new Hours(
                    workingDays.stream().map(HoursBody::toPeriod).toList(),
                    weekends.stream().map(HoursBody::toPeriod).toList());
        } catch (IllegalArgumentException cause) {
            throw Problem.of(WindowProblem.HOURS_IMPOSSIBLE, cause);
        }
    }

    private static OpeningPeriod toPeriod(Period period) {
        return new OpeningPeriod(period.opens(), period.closes());
    }

    private static List<Period> periods(List<OpeningPeriod> periods) {
        return periods.stream()
                .map(period -> new Period(period.opens(), period.closes()))
                .toList();
    }
}
