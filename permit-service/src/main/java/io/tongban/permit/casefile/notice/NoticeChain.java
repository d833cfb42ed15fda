package io.tongban.permit.casefile.notice;

import io.tongban.engine.point.OpenPoint;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The notices of a case, and of those that it continues or has absorbed.
 *
 * @param notices in the order in which they were given
 */
public record NoticeChain(List<GivenNotice> notices) {

    public NoticeChain {
        notices = List.copyOf(notices);
    }

    public Optional<GivenNotice> latest() {
        return notices.isEmpty() ? Optional.empty() : Optional.of(notices.getLast());
    }

    /** Why a notice follows a complete look; empty: none does. */
    public Optional<NoticeReason> reason(LookFindings found, boolean isProvisional) {
        if (found.points().isEmpty()) {
            return Optional.empty();
        }
        if (notices.isEmpty()) {
            return Optional.of(NoticeReason.FIRST);
        }
        GivenNotice latest = notices.getLast();
        if (isProvisional && found.settlesOtherwise()) {
            return Optional.of(NoticeReason.SETTLED_OTHERWISE);
        }
        if (!found.points().stream().allMatch(latest::covers)) {
            return Optional.of(NoticeReason.NEW_POINT);
        }
        if (isLaterThanTold(latest.readyOn(), found)) {
            return Optional.of(NoticeReason.LATER_DATE);
        }
        return hasNewLastDay(found) ? Optional.of(NoticeReason.NEW_LAST_DAY) : Optional.empty();
    }

    /** The points that a notice would add, and that are to be judged: those that are asked and not covered; none without a notice. */
    public List<OpenPoint> added(LookFindings found) {
        return latest().map(latest -> found.points().stream()
                        .filter(point -> point.isAsked() && !latest.covers(point))
                        .toList())
                .orElse(List.of());
    }

    /** That papers can be brought today is no later date than that they could be brought on an earlier day. */
    private static boolean isLaterThanTold(@Nullable LocalDate told, LookFindings found) {
        LocalDate now = found.readyOn();
        return told != null && now != null && now.isAfter(told) && now.isAfter(found.today());
    }

    private boolean hasNewLastDay(LookFindings found) {
        LocalDate readyOn = found.readyOn();
        return readyOn != null
                && found.until().stream()
                        .filter(day ->
                                !day.on().isBefore(found.today()) && day.on().isBefore(readyOn))
                        .anyMatch(day -> notices.stream().noneMatch(notice -> notice.announces(day)));
    }
}
