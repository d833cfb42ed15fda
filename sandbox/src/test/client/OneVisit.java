import io.tongban.client.ApiClient;
import io.tongban.client.ApiException;
import io.tongban.client.ApiResponse;
import io.tongban.client.api.AssessmentsApi;
import io.tongban.client.api.CasesApi;
import io.tongban.client.api.VisitsApi;
import io.tongban.client.model.AcceptanceBody;
import io.tongban.client.model.ApplicantBody;
import io.tongban.client.model.AssessedRoute;
import io.tongban.client.model.CaseAnswer;
import io.tongban.client.model.CaseStateVerdict;
import io.tongban.client.model.DecisionBody;
import io.tongban.client.model.EndVisitRequest;
import io.tongban.client.model.EndVisitRequestPoint;
import io.tongban.client.model.EventAnswer;
import io.tongban.client.model.LedgerAnswer;
import io.tongban.client.model.OpenBody;
import io.tongban.client.model.PaperBody;
import io.tongban.client.model.PreCheckBody;
import io.tongban.client.model.Present;
import io.tongban.client.model.Problem;
import io.tongban.client.model.ResidenceBody;
import io.tongban.client.model.VisitRequest;
import io.tongban.client.model.VisitResponse;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * One visit from the window to the decision, with a client that was generated from the description of the API.
 *
 * <p>It takes the gateway's address and the access token of each person by sign-in name, and returns what each step came to.
 */
public final class OneVisit implements BiFunction<URI, Map<String, String>, Map<String, Object>> {

    private static final String ITEM = "residence-permit";
    private static final String ROUTE = "employment";
    private static final UUID WINDOW = UUID.fromString("00000000-0000-7000-8000-330104008008");

    // The applicant is invented.
    private static final ApplicantBody APPLICANT = new ApplicantBody().name("姜远").idNumber("339999198805140011");
    private static final ResidenceBody RESIDENCE =
            new ResidenceBody().division("330104008008").registeredOn(LocalDate.of(2016, 5, 12)).waived(false);
    private static final List<PaperBody> PAPERS = List.of(
            new PaperBody()
                    .kind("labour-contract")
                    .unit("30010001")
                    .from(LocalDate.of(2016, 4, 5))
                    .until(LocalDate.of(2019, 4, 4)),
            new PaperBody().kind("photo"));

    @Override
    public Map<String, Object> apply(URI gateway, Map<String, String> tokens) {
        try {
            return visit(
                    client(gateway, tokens.get("clerk.community")),
                    client(gateway, tokens.get("reviewer.jianggan")),
                    client(gateway, tokens.get("jiang")));
        } catch (ApiException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Map<String, Object> visit(ApiClient clerk, ApiClient reviewer, ApiClient applicant)
            throws ApiException, IOException {
        Map<String, Object> seen = new LinkedHashMap<>();

        VisitsApi visits = new VisitsApi(clerk);
        VisitResponse visit = visits.openVisit(
                key(), new VisitRequest().window(WINDOW).item(ITEM).present(Present.APPLICANT));
        String pass = visit.getPass();

        AssessedRoute found = new AssessmentsApi(clerk)
                .assess(
                        new PreCheckBody()
                                .item(ITEM)
                                .route(ROUTE)
                                .applicant(APPLICANT)
                                .residence(RESIDENCE)
                                .papers(PAPERS),
                        pass)
                .getRoutes()
                .getFirst();
        seen.put("pre-check", found.getOutcome().getValue());

        CasesApi cases = new CasesApi(clerk);
        ApiResponse<CaseAnswer> opened = cases.openCaseWithHttpInfo(
                key(),
                new OpenBody()
                        .item(ITEM)
                        .route(ROUTE)
                        .applicant(APPLICANT)
                        .residence(RESIDENCE)
                        .papers(PAPERS),
                pass);
        UUID id = opened.getData().getId();
        seen.put("opened", opened.getData().getState().getValue());

        ApiResponse<CaseAnswer> accepted =
                cases.acceptCaseWithHttpInfo(id, version(opened), new AcceptanceBody(), pass);
        seen.put("accepted", accepted.getData().getState().getValue());

        List<EndVisitRequestPoint> checked = found.getCriteria().stream()
                .map(criterion ->
                        new EndVisitRequestPoint().criterion(criterion.getId()).state(criterion.getState()))
                .toList();
        VisitResponse ended = visits.endVisit(
                visit.getId(),
                new EndVisitRequest()
                        ._case(id)
                        .toCheck(checked.stream()
                                .map(EndVisitRequestPoint::getCriterion)
                                .toList())
                        .checked(checked));
        seen.put("visit", ended.getCompleteness().getValue());

        CaseAnswer decided = new CasesApi(reviewer)
                .decideCase(id, version(accepted), new DecisionBody().decision(CaseStateVerdict.GRANTED));
        seen.put("decided", decided.getDecision().getDecision().getValue());

        CasesApi own = new CasesApi(applicant);
        seen.put("the applicant reads", own.getCase(id, null).getState().getValue());
        LedgerAnswer ledger = own.readLedger(id, null, null, null);
        seen.put(
                "ledger", ledger.getItems().stream().map(EventAnswer::getType).toList());
        seen.put("chain intact", ledger.getChain().getIntact());
        seen.put("another case", refusal(own));
        return seen;
    }

    /** How a problem reaches whoever calls. */
    private static String refusal(CasesApi cases) throws IOException {
        try {
            return cases.getCase(UUID.fromString("00000000-0000-7000-8000-000000000000"), null)
                    .getState()
                    .getValue();
        } catch (ApiException refused) {
            Problem problem = ApiClient.createDefaultObjectMapper().readValue(refused.getResponseBody(), Problem.class);
            return problem.getStatus() + " " + problem.getType();
        }
    }

    private static ApiClient client(URI gateway, String token) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(gateway.toString());
        return client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
    }

    /** What was read must be what is changed (RFC 9110, section 13.1.1). */
    private static String version(ApiResponse<CaseAnswer> read) {
        return read.getHeaders().get("etag").getFirst();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
