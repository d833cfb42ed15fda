package io.tongban.community.appointment;

import io.tongban.platform.openapi.DeclaresProblems;
import io.tongban.platform.problem.ProblemType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.HttpStatus;

/** What can be wrong with an appointment. */
enum AppointmentProblem implements ProblemType {
    APPOINTMENT_UNKNOWN(HttpStatus.NOT_FOUND),
    APPOINTMENT_VERSION_MISSING(HttpStatus.PRECONDITION_REQUIRED),
    APPOINTMENT_CHANGED(HttpStatus.PRECONDITION_FAILED),
    APPOINTMENT_OVER(HttpStatus.CONFLICT),
    CHECK_IN_TOO_EARLY(HttpStatus.CONFLICT),
    SLOT_NOT_OFFERED(HttpStatus.UNPROCESSABLE_CONTENT),
    SLOT_FULL(HttpStatus.CONFLICT),
    ALREADY_BOOKED(HttpStatus.CONFLICT),
    TIMES_OVERLAP(HttpStatus.CONFLICT),
    TOO_EARLY(HttpStatus.CONFLICT),
    CASE_UNKNOWN(HttpStatus.UNPROCESSABLE_CONTENT);

    private final HttpStatus status;

    AppointmentProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    /** What a controller's method answers of these. */
    @DeclaresProblems
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Answers {
        AppointmentProblem[] value();
    }
}
