package io.tongban.gateway.edge;

import io.tongban.platform.problem.GeneralProblem;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.problem.ProblemWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Answers with a problem, not with a page, what the container refuses before any filter sees it. */
final class ContainerErrors extends ErrorReportValve {

    private final ProblemWriter writer;

    ContainerErrors(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        GeneralProblem type = switch (status) {
            case 404 -> GeneralProblem.NOT_FOUND;
            case 405 -> GeneralProblem.METHOD_NOT_ALLOWED;
            case 413 -> GeneralProblem.BODY_TOO_LARGE;
            case 503 -> GeneralProblem.UNAVAILABLE;
            default -> status < 500 ? GeneralProblem.BAD_REQUEST : GeneralProblem.INTERNAL;
        };
        SecurityHeaders.write(request, response);
        try {
            writer.write(Problem.of(type), request, response);
        } catch (IOException clientLeft) {
            throw new UncheckedIOException(clientLeft);
        }
    }
}
