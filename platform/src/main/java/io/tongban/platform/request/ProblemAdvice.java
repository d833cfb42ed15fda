package io.tongban.platform.request;

import io.tongban.platform.database.DatabaseAway;
import io.tongban.platform.problem.GeneralProblem;
import io.tongban.platform.problem.InvalidPlace;
import io.tongban.platform.problem.InvalidRequest;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Validator;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns whatever a controller throws into a problem; a feature's own {@code @ExceptionHandler} comes first. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemWriter writer;
    private final ConstraintPlaces constraints;
    private final Validator validator;

    ProblemAdvice(ProblemWriter writer, ConstraintPlaces constraints, Validator validator) {
        this.writer = writer;
        this.constraints = constraints;
        this.validator = validator;
    }

    @ExceptionHandler
    void answer(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (problem.status().is5xxServerError()) {
            log.error("{} {}", problem.getMessage(), problem.fields(), problem);
        }
        writer.write(problem, request, response);
    }

    @ExceptionHandler
    void answer(BindException invalid, HttpServletRequest request, HttpServletResponse response) throws IOException {
        writer.write(InvalidRequest.of(places(invalid.getBindingResult())), request, response);
    }

    @ExceptionHandler
    void answer(HandlerMethodValidationException invalid, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (invalid.isForReturnValue()) {
            answerUnexpected(invalid, request, response);
        } else {
            writer.write(InvalidRequest.of(constraints.of(invalid)), request, response);
        }
    }

    @ExceptionHandler
    void answer(TypeMismatchException mismatch, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String name = mismatch instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(mismatch.getPropertyName());
        if (name.equalsIgnoreCase(HttpHeaders.ACCEPT)) { // as where Spring itself reads the header
            writer.write(Problem.of(GeneralProblem.NOT_ACCEPTABLE), request, response);
            return;
        }
        Class<?> expected = Objects.requireNonNullElse(mismatch.getRequiredType(), Object.class);
        writer.write(InvalidRequest.parameter(name, "wrong-type", expected, Map.of()), request, response);
    }

    @ExceptionHandler
    void answer(
            MissingServletRequestParameterException missing, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        writer.write(required(missing.getParameterName()), request, response);
    }

    @ExceptionHandler
    void answer(MissingRequestHeaderException missing, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        writer.write(required(missing.getHeaderName()), request, response);
    }

    private static Problem required(String name) {
        return InvalidRequest.parameter(name, "required", String.class, Map.of());
    }

    @ExceptionHandler
    void answer(UnfitBody unfit, HttpServletRequest request, HttpServletResponse response) throws IOException {
        writer.write(InvalidRequest.of(places(unfit)), request, response);
    }

    /** What does not fit, and what is not valid elsewhere: who corrects a request wants to know all of it. */
    private List<InvalidPlace> places(UnfitBody unfit) {
        List<InvalidPlace> places = new ArrayList<>(unfit.places());
        Object rest = unfit.rest();
        if (rest != null) {
            BindingResult errors = new BeanPropertyBindingResult(rest, "body");
            validator.validate(rest, errors);
            places(errors).stream()
                    .filter(place -> unfit.places().stream().noneMatch(place::isAroundOrAt))
                    .forEach(places::add);
        }
        return places;
    }

    private List<InvalidPlace> places(BindingResult errors) {
        return constraints.of(
                errors,
                Objects.requireNonNull(errors.getTarget(), "what was validated").getClass());
    }

    @ExceptionHandler
    void answer(HttpMessageNotReadableException unreadable, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) { // such as a body that turned out too large while it was read
                answer(problem, request, response);
                return;
            }
        }
        writer.write(Problem.of(GeneralProblem.UNREADABLE_JSON), request, response);
    }

    @ExceptionHandler
    void answer(InvalidParameterException undecodable, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        writer.write(Problem.of(GeneralProblem.BAD_REQUEST, undecodable), request, response);
    }

    /** The firewall of the security chain lets the reader fail, and quotes what it read: this is no failure to be logged. */
    @ExceptionHandler(RequestRejectedException.class)
    void answerRejected(HttpServletRequest request, HttpServletResponse response) throws IOException {
        writer.write(Problem.of(GeneralProblem.BAD_REQUEST), request, response);
    }

    /** A body that breaks off or whose chunks are none, read before a controller is: its sender's doing, and nothing to be logged. */
    @ExceptionHandler(BadRequestException.class)
    void answerBrokenBody(HttpServletRequest request, HttpServletResponse response) throws IOException {
        writer.write(Problem.of(GeneralProblem.BAD_REQUEST), request, response);
    }

    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void ignoreClientThatLeft() {
        // there is nobody to answer
    }

    @ExceptionHandler // the last resort must take everything, or the container answers with a page of its own
    void answer(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (failure instanceof AccessDeniedException refusal) {
            throw refusal; // the security chain around the controller answers it
        }
        if (failure instanceof AuthenticationException refusal) {
            throw refusal;
        }
        if (failure instanceof ErrorResponse known && !known.getStatusCode().is5xxServerError()) {
            writer.write(Problem.of(known.getStatusCode(), known.getHeaders()), request, response);
        } else {
            answerUnexpected(failure, request, response);
        }
    }

    private void answerUnexpected(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<Problem> away = DatabaseAway.problem(failure);
        if (away.isPresent()) {
            writer.write(away.get(), request, response);
            return;
        }
        log.error("Unexpected failure", failure);
        HttpStatusCode status = failure instanceof ErrorResponse known ? known.getStatusCode() : null;
        writer.write(
                Problem.of(
                        status != null
                                        && status.value()
                                                == GeneralProblem.UNAVAILABLE
                                                        .status()
                                                        .value()
                                ? GeneralProblem.UNAVAILABLE
                                : GeneralProblem.INTERNAL),
                request,
                response);
    }
}
