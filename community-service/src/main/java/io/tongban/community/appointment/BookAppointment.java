package io.tongban.community.appointment;

import io.tongban.community.ticket.Desk;
import io.tongban.community.window.ServiceWindow;
import io.tongban.community.window.WindowId;
import io.tongban.community.window.Windows;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.problem.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books a half hour, and moves what is booked to another.
 *
 * <p>The window is kept as it is until the transaction ends, so that a change of its hours sees every appointment that was booked by
 * the old ones. Locks are taken in one order: the window, the account, the half hour.
 */
@Service
class BookAppointment {

    private final Appointments appointments;
    private final Slots slots;
    private final Windows windows;
    private final Desk desk;
    private final BusinessClock businessClock;
    private final Clock systemClock;

    BookAppointment(
            Appointments appointments,
            Slots slots,
            Windows windows,
            Desk desk,
            BusinessClock businessClock,
            Clock systemClock) {
        this.appointments = appointments;
        this.slots = slots;
        this.windows = windows;
        this.desk = desk;
        this.businessClock = businessClock;
        this.systemClock = systemClock;
    }

    /**
     * Books.
     *
     * @param account keyed digest
     * @param notBefore the ready date of the case; null if it is not known, or does not count
     */
    @Transactional
    public Appointment book(
            WindowId where,
            String item,
            OffsetDateTime wanted,
            String account,
            @Nullable UUID caseId,
            @Nullable LocalDate notBefore) {
        ServiceWindow window = kept(where, item);
        ZonedDateTime startsAt = slots.offered(window, wanted);
        requireReady(startsAt, notBefore);
        requireAPlace(window, startsAt); // most of a rush are told so before they wait for a lock
        requireNothingElse(account, item, startsAt, null);
        int place = place(window, startsAt);
        AppointmentId id = appointments.add(
                account, item, window.id(), startsAt, place, caseId, businessClock.now(), systemClock.instant());
        return appointments.find(id).orElseThrow();
    }

    /**
     * Moves what is booked and still ahead, or was displaced; the old place is free with the same commit.
     *
     * @param seen the appointment as it was when its version was compared
     * @param notBefore as for booking
     */
    @Transactional
    public Appointment move(Appointment seen, WindowId where, OffsetDateTime wanted, @Nullable LocalDate notBefore) {
        if (!seen.isAhead(businessClock.now()) && seen.state() != Appointment.State.DISPLACED) {
            throw ChangeAppointment.over(seen);
        }
        ServiceWindow window = kept(where, seen.item());
        ZonedDateTime startsAt = slots.offered(window, wanted);
        requireReady(startsAt, notBefore);
        requireNothingElse(seen.account(), seen.item(), startsAt, seen.id());
        int place = place(window, startsAt);
        if (!appointments.move(seen.id(), seen.version(), window.id(), startsAt, place)) {
            throw ChangeAppointment.changed(seen);
        }
        return appointments.find(seen.id()).orElseThrow();
    }

    private ServiceWindow kept(WindowId window, String item) {
        windows.hold(window);
        return desk.taking(window.value(), item);
    }

    private static void requireReady(ZonedDateTime startsAt, @Nullable LocalDate notBefore) {
        if (notBefore != null && startsAt.toLocalDate().isBefore(notBefore)) {
            throw Problem.of(AppointmentProblem.TOO_EARLY).with("readyOn", notBefore.toString());
        }
    }

    /** Until the transaction ends nothing else is booked for the account. */
    private void requireNothingElse(
            String account, String item, ZonedDateTime startsAt, @Nullable AppointmentId except) {
        appointments.lockAccount(account);
        appointments.bookedFor(account, item, except).ifPresent(other -> {
            throw Problem.of(AppointmentProblem.ALREADY_BOOKED).with("appointment", other.value());
        });
        appointments.bookedAt(account, startsAt, except).ifPresent(other -> {
            throw Problem.of(AppointmentProblem.TIMES_OVERLAP).with("appointment", other.value());
        });
    }

    private int place(ServiceWindow window, ZonedDateTime startsAt) {
        appointments.lockSlot(window.id(), startsAt);
        return requireAPlace(window, startsAt);
    }

    private int requireAPlace(ServiceWindow window, ZonedDateTime startsAt) {
        return appointments
                .freePlace(window.id(), startsAt, window.capacity())
                .orElseThrow(() -> Problem.of(AppointmentProblem.SLOT_FULL)
                        .with("window", window.id().value())
                        .with("places", window.capacity()));
    }
}
