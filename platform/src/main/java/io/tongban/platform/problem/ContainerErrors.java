package io.tongban.platform.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/** Answers with a problem, not with a page, what the container refuses before any filter sees it, and whatever is refused without a word. */
final class ContainerErrors extends ErrorReportValve {

    private final ProblemWriter writer;
    private final List<EveryAnswer> always;

    ContainerErrors(ProblemWriter writer, List<EveryAnswer> always) {
        this.writer = writer;
        this.always = List.copyOf(always);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.isCommitted() || response.getContentWritten() > 0) {
            return;
        }
        if (response.isError() && !response.setErrorReported()) {
            return;
        }
        always.forEach(answer -> answer.prepare(request, response));
        try {
            writer.write(Problem.of(HttpStatusCode.valueOf(status), HttpHeaders.EMPTY), request, response);
        } catch (IOException clientLeft) {
            throw new UncheckedIOException(clientLeft);
        }
    }
}
