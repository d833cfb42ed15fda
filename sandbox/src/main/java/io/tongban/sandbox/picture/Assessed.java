package io.tongban.sandbox.picture;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of an assessment that the picture shows, as the API names them. */
public record Assessed(
        Standard standard,
        LocalDate appliedOn,
        LocalDate asOf,
        String outcome,
        List<Criterion> criteria,
        @Nullable LocalDate readyOn,
        @Nullable YearMonth through,
        List<String> missing,
        List<Lapse> lapsing,
        List<Month> months,
        Run run) {

    public record Standard(String item, String version) {}

    public record Words(String zh, String en) {}

    public record Criterion(
            String id,
            Words name,
            String state,
            Map<String, String> figures,
            List<Reason> reasons,
            @Nullable LocalDate metOn) {}

    public record Reason(String code, Words reason, Words remedy) {}

    public record Lapse(String paper, LocalDate on) {}

    /**
     * One contribution month.
     *
     * @param unread not paid as far as it was read, and not read whole
     */
    public record Month(YearMonth month, String state, boolean unread) {}

    public record Run(
            int counted,
            @Nullable YearMonth first,
            @Nullable YearMonth last,
            List<YearMonth> pending) {}

    public Optional<Criterion> criterion(String id) {
        return criteria.stream().filter(criterion -> criterion.id().equals(id)).findFirst();
    }
}
