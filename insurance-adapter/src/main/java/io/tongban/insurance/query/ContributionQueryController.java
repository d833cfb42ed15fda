package io.tongban.insurance.query;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.problem.InvalidRequest;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.security.Caller;
import jakarta.validation.Valid;
import java.time.Month;
import java.time.YearMonth;
import java.util.Map;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes queries of other services; the identity comes in the body only. */
@RestController
@Tag(name = "contributions", description = "Contribution records of the bureaux, read at the source.")
class ContributionQueryController {

    static final String PATH = "/api/v1/contribution-queries";

    private final AnswerContributionQuery answer;
    private final QueryProperties properties;
    private final BusinessClock clock;

    ContributionQueryController(AnswerContributionQuery answer, QueryProperties properties, BusinessClock clock) {
        this.answer = answer;
        this.properties = properties;
        this.clock = clock;
    }

    @PostMapping(PATH)
    @Operation(
            operationId = "queryContributions",
            summary = "Read a person's contributions at the sources",
            description =
                    "Puts the query on record, asks the bureaux of the areas, and signs what they answered. Answers 200"
                            + " whatever the sources do: coverage says what is known, by spans of months; what no span names"
                            + " was not answered. SILENT is never an empty answer. No bureau is asked about a number that is"
                            + " no citizen's. Asking again is another reading, so no idempotency key is taken.")
    @InsuranceProblem.Answers(InsuranceProblem.EVIDENCE_UNAVAILABLE)
    ContributionQueryResponse query(@Valid @RequestBody ContributionQueryRequest request, Caller caller) {
        checkSpan(request.firstMonth());
        try {
            return ContributionQueryResponse.of(answer.answer(request.toQuery(caller)));
        } catch (DataAccessResourceFailureException | CannotCreateTransactionException databaseAway) {
            throw Problem.of(InsuranceProblem.EVIDENCE_UNAVAILABLE, databaseAway)
                    .header(HttpHeaders.RETRY_AFTER, "5");
        }
    }

    private void checkSpan(YearMonth first) {
        YearMonth latest = clock.thisMonth();
        YearMonth earliest = YearMonth.of(latest.getYear() - properties.mostYears() + 1, Month.JANUARY);
        if (first.isAfter(latest) || first.isBefore(earliest)) {
            throw InvalidRequest.at(
                    "#/firstMonth",
                    "month-out-of-range",
                    YearMonth.class,
                    Map.of("earliest", earliest.toString(), "latest", latest.toString()));
        }
    }
}
