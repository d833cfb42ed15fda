package io.tongban.community.appointment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tongban.community.permitservice.ReadyDates;
import io.tongban.community.ticket.Desk;
import io.tongban.community.ticket.Taker;
import io.tongban.community.ticket.Ticket;
import io.tongban.community.ticket.TicketProblem;
import io.tongban.community.window.WindowId;
import io.tongban.community.window.WindowProblem;
import io.tongban.platform.crypto.BlindIndex;
import io.tongban.platform.entitytag.EntityTag;
import io.tongban.platform.entitytag.IfMatch;
import io.tongban.platform.idempotency.IdempotentCreate;
import io.tongban.platform.paging.Page;
import io.tongban.platform.paging.PageRequest;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.security.Caller;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The appointments that applicants book, move and cancel, and the check-in at the window. */
@RestController
@RequestMapping("/api/v1/appointments")
@Tag(name = "appointments")
class AppointmentController {

    private static final String ID = "The id of the appointment.";

    private final BookAppointment bookAppointment;
    private final ChangeAppointment changeAppointment;
    private final Appointments appointments;
    private final Offers offers;
    private final ReadyDates readyDates;
    private final Desk desk;
    private final BlindIndex blindIndex;

    AppointmentController(
            BookAppointment bookAppointment,
            ChangeAppointment changeAppointment,
            Appointments appointments,
            Offers offers,
            ReadyDates readyDates,
            Desk desk,
            BlindIndex blindIndex) {
        this.bookAppointment = bookAppointment;
        this.changeAppointment = changeAppointment;
        this.appointments = appointments;
        this.offers = offers;
        this.readyDates = readyDates;
        this.desk = desk;
        this.blindIndex = blindIndex;
    }

    @PostMapping
    @IdempotentCreate
    @Operation(
            operationId = "bookAppointment",
            summary = "Book an appointment",
            description =
                    "Books a half hour of a window that takes the item, from an hour to four weeks ahead: one for an"
                            + " item, and no two at the same time. Where the applicant's case is named, none before its ready date"
                            + " unless the applicant wishes it anyway.")
    @WindowProblem.Answers({WindowProblem.WINDOW_UNKNOWN, WindowProblem.ITEM_UNKNOWN})
    @TicketProblem.Answers(TicketProblem.ITEM_NOT_TAKEN_HERE)
    @AppointmentProblem.Answers({
        AppointmentProblem.SLOT_NOT_OFFERED,
        AppointmentProblem.SLOT_FULL,
        AppointmentProblem.ALREADY_BOOKED,
        AppointmentProblem.TIMES_OVERLAP,
        AppointmentProblem.TOO_EARLY,
        AppointmentProblem.CASE_UNKNOWN
    })
    ResponseEntity<AppointmentResponse> book(@Valid @RequestBody AppointmentRequest request, Caller applicant) {
        Appointment booked = bookAppointment.book(
                new WindowId(request.window()),
                request.item(),
                request.startsAt(),
                account(applicant),
                request.caseId(),
                notBefore(request.caseId(), request.anyway()));
        return answer(
                ResponseEntity.created(
                        URI.create("/api/v1/appointments/" + booked.id().value())),
                booked);
    }

    @GetMapping
    @Operation(
            operationId = "listAppointments",
            summary = "List one's appointments",
            description = "The applicant's appointments in the order in which they were booked, page by page.")
    Page<AppointmentResponse> list(PageRequest page, Caller applicant) {
        List<Appointment> found = appointments.list(account(applicant), page.afterId(), page.limit() + 1);
        return Page.of(
                        found,
                        page.limit(),
                        appointment -> appointment.id().value().toString())
                .map(AppointmentResponse::of);
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "getAppointment",
            summary = "Read an appointment",
            description =
                    "The applicant's own appointment, or one at the clerk's window. One that was displaced is answered"
                            + " with three half hours that are free instead. The ETag is needed to change it.")
    @AppointmentProblem.Answers(AppointmentProblem.APPOINTMENT_UNKNOWN)
    ResponseEntity<AppointmentResponse> get(@Parameter(description = ID) @PathVariable UUID id, Caller caller) {
        return answer(ResponseEntity.ok(), visible(id, caller));
    }

    @PutMapping("/{id}/slot")
    @Operation(
            operationId = "moveAppointment",
            summary = "Move an appointment",
            description =
                    "Moves an appointment that still lies ahead, or that was displaced, to another half hour or window"
                            + " by the rules of booking. The old place is given up with the same act, and only if the new one is had.")
    @WindowProblem.Answers({WindowProblem.WINDOW_UNKNOWN, WindowProblem.ITEM_UNKNOWN})
    @TicketProblem.Answers(TicketProblem.ITEM_NOT_TAKEN_HERE)
    @AppointmentProblem.Answers({
        AppointmentProblem.APPOINTMENT_UNKNOWN,
        AppointmentProblem.APPOINTMENT_VERSION_MISSING,
        AppointmentProblem.APPOINTMENT_CHANGED,
        AppointmentProblem.APPOINTMENT_OVER,
        AppointmentProblem.SLOT_NOT_OFFERED,
        AppointmentProblem.SLOT_FULL,
        AppointmentProblem.ALREADY_BOOKED,
        AppointmentProblem.TIMES_OVERLAP,
        AppointmentProblem.TOO_EARLY,
        AppointmentProblem.CASE_UNKNOWN
    })
    ResponseEntity<AppointmentResponse> move(
            @Parameter(description = ID) @PathVariable UUID id,
            IfMatch ifMatch,
            @Valid @RequestBody SlotRequest request,
            Caller applicant) {
        Appointment seen = seen(own(id, applicant), ifMatch);
        return answer(
                ResponseEntity.ok(),
                bookAppointment.move(
                        seen,
                        new WindowId(request.window()),
                        request.startsAt(),
                        notBefore(seen.caseId(), request.anyway())));
    }

    @PostMapping("/{id}/cancellation")
    @Operation(
            operationId = "cancelAppointment",
            summary = "Cancel an appointment",
            description = "Cancels the applicant's appointment until its start; its place is free at once.")
    @AppointmentProblem.Answers({
        AppointmentProblem.APPOINTMENT_UNKNOWN,
        AppointmentProblem.APPOINTMENT_VERSION_MISSING,
        AppointmentProblem.APPOINTMENT_CHANGED,
        AppointmentProblem.APPOINTMENT_OVER
    })
    ResponseEntity<AppointmentResponse> cancel(
            @Parameter(description = ID) @PathVariable UUID id, IfMatch ifMatch, Caller applicant) {
        return answer(ResponseEntity.ok(), changeAppointment.cancel(seen(own(id, applicant), ifMatch)));
    }

    @PostMapping("/{id}/check-in")
    @Operation(
            operationId = "checkInAppointment",
            summary = "Check in",
            description =
                    "The applicant has come, by their own word or that of a clerk of the window, from half an hour before"
                            + " the start to half an hour after it, and gets a ticket. Until a quarter of an hour after the start it is"
                            + " called before those of the others. Who has checked in is served to the end.")
    @AppointmentProblem.Answers({
        AppointmentProblem.APPOINTMENT_UNKNOWN,
        AppointmentProblem.APPOINTMENT_VERSION_MISSING,
        AppointmentProblem.APPOINTMENT_CHANGED,
        AppointmentProblem.APPOINTMENT_OVER,
        AppointmentProblem.CHECK_IN_TOO_EARLY
    })
    ResponseEntity<AppointmentResponse> checkIn(
            @Parameter(description = ID) @PathVariable UUID id, IfMatch ifMatch, Caller caller) {
        Appointment seen = seen(visible(id, caller), ifMatch);
        Taker taker = isOf(seen, caller) ? Taker.APPLICANT : Taker.CLERK;
        return answer(ResponseEntity.ok(), changeAppointment.checkIn(seen, new Ticket.Holder(caller.subject(), taker)));
    }

    /** What permit-service is asked for is asked before the transaction, and nobody is refused because it is away. */
    private @Nullable LocalDate notBefore(@Nullable UUID caseId, @Nullable Boolean anyway) {
        if (caseId == null || Boolean.TRUE.equals(anyway)) {
            return null;
        }
        try {
            return readyDates.of(caseId).orElse(null);
        } catch (ReadyDates.CaseNotTheirs unknown) {
            throw Problem.of(AppointmentProblem.CASE_UNKNOWN).with("case", caseId);
        }
    }

    private Appointment own(UUID id, Caller applicant) {
        return appointments
                .find(new AppointmentId(id))
                .filter(appointment -> isOf(appointment, applicant))
                .orElseThrow(() -> unknown(id));
    }

    private Appointment visible(UUID id, Caller caller) {
        return appointments
                .find(new AppointmentId(id))
                .filter(appointment -> isOf(appointment, caller) || desk.isStaffedBy(caller, appointment.window()))
                .orElseThrow(() -> unknown(id));
    }

    private boolean isOf(Appointment appointment, Caller caller) {
        return caller.hasRole("applicant") && appointment.account().equals(account(caller));
    }

    private String account(Caller caller) {
        return blindIndex.of("account", caller.subject());
    }

    private static Appointment seen(Appointment appointment, IfMatch ifMatch) {
        long version = ifMatch.required(
                () -> Problem.of(AppointmentProblem.APPOINTMENT_VERSION_MISSING),
                () -> ChangeAppointment.changed(appointment));
        if (version != appointment.version()) {
            throw ChangeAppointment.changed(appointment);
        }
        return appointment;
    }

    private static Problem unknown(UUID id) {
        return Problem.of(AppointmentProblem.APPOINTMENT_UNKNOWN).with("appointment", id);
    }

    private ResponseEntity<AppointmentResponse> answer(ResponseEntity.BodyBuilder response, Appointment appointment) {
        List<Slot> instead = appointment.state() == Appointment.State.DISPLACED ? offers.insteadOf(appointment) : null;
        return response.eTag(EntityTag.of(appointment.version())).body(AppointmentResponse.of(appointment, instead));
    }
}
