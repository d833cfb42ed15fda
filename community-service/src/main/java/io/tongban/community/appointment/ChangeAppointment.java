package io.tongban.community.appointment;

import io.tongban.community.ticket.TakeTicket;
import io.tongban.community.ticket.Ticket;
import io.tongban.community.window.ServiceWindow;
import io.tongban.community.window.Windows;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.problem.Problem;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cancels an appointment, or puts down that the applicant has come.
 *
 * <p>Each act takes the appointment as it was when its version was compared, and is refused with
 * {@link AppointmentProblem#APPOINTMENT_OVER} when it is too late and {@link AppointmentProblem#APPOINTMENT_CHANGED} if something
 * happened to it meanwhile.
 */
@Service
class ChangeAppointment {

    private final Appointments appointments;
    private final TakeTicket takeTicket;
    private final Windows windows;
    private final AppointmentProperties properties;
    private final BusinessClock clock;

    ChangeAppointment(
            Appointments appointments,
            TakeTicket takeTicket,
            Windows windows,
            AppointmentProperties properties,
            BusinessClock clock) {
        this.appointments = appointments;
        this.takeTicket = takeTicket;
        this.windows = windows;
        this.properties = properties;
        this.clock = clock;
    }

    /** Until its start; the place is free at once. */
    @Transactional
    public Appointment cancel(Appointment seen) {
        if (!seen.isAhead(clock.now())) {
            throw over(seen);
        }
        if (!appointments.cancel(seen.id(), seen.version())) {
            throw changed(seen);
        }
        return appointments.find(seen.id()).orElseThrow();
    }

    /**
     * The applicant has come, and gets a ticket: with a turn of its own while the place is kept, and in the order of the numbers after.
     *
     * @param holder who has the ticket
     * @throws Problem {@link AppointmentProblem#CHECK_IN_TOO_EARLY} before the applicant may check in
     */
    @Transactional
    public Appointment checkIn(Appointment seen, Ticket.Holder holder) {
        ZonedDateTime now = clock.now();
        if (!seen.isBooked() || !now.isBefore(seen.startsAt().plus(properties.missedAfter()))) {
            throw over(seen);
        }
        ZonedDateTime opens = seen.startsAt().minus(properties.checkInBefore());
        if (now.isBefore(opens)) {
            throw Problem.of(AppointmentProblem.CHECK_IN_TOO_EARLY)
                    .with("appointment", seen.id().value())
                    .with("opensAt", opens.toOffsetDateTime());
        }
        ServiceWindow window = windows.find(seen.window(), now.toLocalDate()).orElseThrow();
        boolean kept = now.isBefore(seen.startsAt().plus(properties.placeFreeAfter()));
        Ticket ticket =
                takeTicket.give(window, seen.item(), holder, kept ? Ticket.Turn.APPOINTMENT : Ticket.Turn.NUMBER);
        if (!appointments.checkIn(seen.id(), seen.version(), ticket.id())) {
            throw changed(seen);
        }
        return appointments.find(seen.id()).orElseThrow();
    }

    static Problem over(Appointment appointment) {
        return Problem.of(AppointmentProblem.APPOINTMENT_OVER)
                .with("appointment", appointment.id().value())
                .with("appointmentState", appointment.state())
                .with("startsAt", appointment.startsAt().toOffsetDateTime());
    }

    static Problem changed(Appointment appointment) {
        return Problem.of(AppointmentProblem.APPOINTMENT_CHANGED)
                .with("appointment", appointment.id().value());
    }
}
