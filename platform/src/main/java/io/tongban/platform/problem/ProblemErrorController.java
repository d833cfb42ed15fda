package io.tongban.platform.problem;

import io.tongban.platform.database.DatabaseAway;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import org.apache.coyote.BadRequestException;
import org.apache.coyote.CloseNowException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what failed outside of any controller: in a filter, or in the container itself. */
@Controller
final class ProblemErrorController implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(ProblemErrorController.class);

    private final ProblemWriter writer;

    ProblemErrorController(ProblemWriter writer) {
        this.writer = writer;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Throwable failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                writer.write(problem, request, response);
                return;
            }
        }
        Optional<Problem> away = Optional.ofNullable(failure).flatMap(DatabaseAway::problem);
        if (away.isPresent()) {
            writer.write(away.get(), request, response);
            return;
        }
        if (failure != null
                && isOfTheConnection(failure)) { // whose trace would show what was sent, and is no failure of ours
            writer.write(Problem.of(GeneralProblem.BAD_REQUEST), request, response);
            return;
        }
        if (failure != null) {
            log.error("Unexpected failure outside of a controller", failure);
        }
        HttpStatusCode status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatusCode.valueOf(code)
                : HttpStatus.NOT_FOUND; // somebody calls the address itself, at which there is nothing
        writer.write(Problem.of(status, HttpHeaders.EMPTY), request, response);
    }

    /** A body broke off or cannot be taken apart, or the client or somebody here has ended the connection. */
    private static boolean isOfTheConnection(Throwable failure) {
        return failure instanceof BadRequestException
                || failure instanceof EOFException
                || failure instanceof SocketTimeoutException
                || failure instanceof CloseNowException;
    }
}
