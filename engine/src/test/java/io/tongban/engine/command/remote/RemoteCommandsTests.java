package io.tongban.engine.command.remote;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class RemoteCommandsTests {

    private static final String ALL = "/api/v1/standards";
    private static final String R2 = ALL + "/residence-permit/R2";

    @RegisterExtension
    static final WireMockExtension GATEWAY = WireMockExtension.newInstance()
            .options(options().bindAddress("127.0.0.1").dynamicPort())
            .build();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private @Nullable String token = "the-token";
    private @Nullable String typed;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("R2.yaml"), "item: residence-permit\nversion: R2\n");
        Files.writeString(folder.resolve("cases.yaml"), "standard: residence-permit\n");
    }

    @Test
    void publishDraftsChecksAndTestsAndSaysWhatComesNext() {
        drafted();
        checked(okJson("""
                {"item": "residence-permit", "version": "R2", "revision": 3, "state": "VALIDATED",
                 "periods": [{"version": "R1", "from": "2016-07-01", "until": "2018-06-29"},
                             {"version": "R2", "from": "2018-07-01", "until": null}],
                 "gaps": [{"from": "2018-06-30", "until": "2018-06-30"}]}
                """));
        GATEWAY.stubFor(post(R2 + "/test").willReturn(okJson("{\"state\": \"TESTED\", \"passed\": 31}")));

        int exit = publish("--suite", folder.resolve("cases.yaml").toString());

        assertThat(exit).describedAs("%s", err).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "drafted    residence-permit R2, revision 3",
                        "checked    nothing is wrong with it; with it would be in force:",
                        "  R1                   2016-07-01 .. 2018-06-29",
                        "  R2                   2018-07-01 .. (until the next begins)",
                        "  GAP: no version      2018-06-30 .. 2018-06-30",
                        "tested     31 passed, 0 failed",
                        "",
                        "Next, somebody who drafted no text of this version approves it, and then it is published:",
                        "  standards approve residence-permit R2 --at " + GATEWAY.baseUrl());
        GATEWAY.verify(postRequestedFor(urlEqualTo(ALL))
                .withHeader("Authorization", equalTo("Bearer the-token"))
                .withHeader("Idempotency-Key", matching("[0-9a-f-]{36}"))
                .withRequestBody(matchingJsonPath("$.document", equalTo("item: residence-permit\nversion: R2\n")))
                .withRequestBody(matchingJsonPath("$.suites[0]", equalTo("standard: residence-permit\n"))));
        GATEWAY.verify(postRequestedFor(urlEqualTo(R2 + "/test")).withHeader("If-Match", equalTo("\"3\"")));
    }

    @Test
    void aMistakeIsShownInTheEditorsOwnFileWithItsRemedy() {
        GATEWAY.stubFor(post(ALL).willReturn(problem(422, """
                        {"type": "/errors/document-invalid", "title": "The document is not valid", "status": 422,
                         "detail": "document:7: ...", "file": "document", "line": 7,
                         "what": "'perod' is not known here", "remedy": "write inForce"}
                        """)));

        assertThat(publish()).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "The document is not valid",
                        "  " + folder.resolve("R2.yaml") + ":7: 'perod' is not known here",
                        "  remedy: write inForce");
    }

    @Test
    void everyMistakeIsShownWithItsRemedy() {
        GATEWAY.stubFor(post(ALL).willReturn(problem(422, """
                        {"type": "/errors/document-invalid", "title": "The document is not valid", "status": 422,
                         "file": "document", "line": 7, "what": "a", "remedy": "b", "mistakes": [
                          {"file": "document", "line": 7, "what": "a", "remedy": "b"},
                          {"file": "document", "line": 9, "what": "c", "remedy": "d"}]}
                        """)));

        assertThat(publish()).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "The document is not valid",
                        "  " + folder.resolve("R2.yaml") + ":7: a",
                        "    remedy: b",
                        "  " + folder.resolve("R2.yaml") + ":9: c",
                        "    remedy: d");
    }

    @Test
    void eachCaseThatFailsIsShownWithItsDifferences() {
        drafted();
        checked(okJson("{\"periods\": []}"));
        GATEWAY.stubFor(post(R2 + "/test").willReturn(problem(422, """
                        {"title": "A suite fails", "detail": "2 of 31 cases fail.", "passed": 29, "failed": 2, "failures": [
                          {"file": "suite 1", "line": 12, "title": "A2: one month short",
                           "differences": ["outcome: expected ELIGIBLE, got NOT_YET"]}]}
                        """)));

        assertThat(publish("--suite", folder.resolve("cases.yaml").toString())).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "A suite fails: 2 of 31 cases fail.",
                        "  " + folder.resolve("cases.yaml") + ":12: A2: one month short",
                        "    outcome: expected ELIGIBLE, got NOT_YET",
                        "  and 1 more");
        assertThat(out.toString()).doesNotContain("Next");
    }

    @Test
    void placesInARequestAreShown() {
        GATEWAY.stubFor(post(ALL).willReturn(problem(422, """
                        {"title": "Not valid", "errors": [{"pointer": "#/document", "code": "size", "detail": "too long"}]}
                        """)));

        assertThat(publish()).isEqualTo(1);
        assertThat(err.toString()).contains("  #/document: too long");
    }

    @ParameterizedTest
    @CsvSource({
        "401, sign in again",
        "403, somebody whose role allows it",
        "404, spelt right",
        "429, try again in a moment",
        "500, request: 4711",
        "503, nothing is done twice",
    })
    void aRefusalIsSaidInTheServersWordsWithARemedy(int status, String remedy) {
        GATEWAY.stubFor(post(ALL)
                .willReturn(problem(status, "{\"title\": \"No\", \"detail\": \"Because.\", \"requestId\": \"4711\"}")));

        assertThat(publish()).isEqualTo(2);
        assertThat(err.toString()).contains("No: Because.", remedy);
    }

    @Test
    void whatIsNotProblemDetailsIsNamedByItsStatus() {
        GATEWAY.stubFor(post(ALL).willReturn(aResponse().withStatus(502).withBody("<html>Bad Gateway</html>")));

        assertThat(publish()).isEqualTo(2);
        assertThat(err.toString())
                .contains("POST " + GATEWAY.baseUrl() + ALL + ": answered 502")
                .doesNotContain("<html>");
    }

    @Test
    void anAnswerOfSomethingElseThanAGatewayIsNotTakenForSuccess() {
        GATEWAY.stubFor(post(ALL).willReturn(aResponse().withStatus(200).withBody("<html>Welcome</html>")));

        assertThat(publish()).isEqualTo(2);
        assertThat(err.toString()).contains("not a draft", "--at");
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        GATEWAY.stubFor(post(ALL).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        assertThat(publish()).isEqualTo(2);
        assertThat(err.toString()).contains(GATEWAY.baseUrl() + ALL + ": no answer", "remedy:");
    }

    @Test
    void aRedirectIsNotFollowedWithTheToken() {
        GATEWAY.stubFor(post(ALL).willReturn(aResponse().withStatus(307).withHeader("Location", "/elsewhere")));

        assertThat(publish()).isEqualTo(2);
        GATEWAY.verify(0, anyRequestedFor(urlEqualTo("/elsewhere")));
    }

    @Test
    void aFileThatIsNotThereIsNamedBeforeAnythingIsSent() {
        assertThat(run(new PublishCommand(outside()), folder.resolve("R3.yaml").toString(), "--at", GATEWAY.baseUrl()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("R3.yaml: cannot be read: there is no such file or folder", "remedy:");
        GATEWAY.verify(0, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://api.example", "ftp://127.0.0.1", "api.example", "https:/api"})
    void aTokenIsNotSentWhereOthersCouldReadIt(String at) {
        assertThat(run(new StatusCommand(outside()), "residence-permit", "R2", "--at", at))
                .isEqualTo(2);
        assertThat(err.toString()).contains(at + ": a token is not sent there");
    }

    @Test
    void whoBringsNoTokenIsToldWhereToSignIn() {
        token = null;

        assertThat(run(new StatusCommand(outside()), "residence-permit", "R2", "--at", GATEWAY.baseUrl()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("nobody is signed in", "--issuer", "TONGBAN_TOKEN");
    }

    @Test
    void approveShowsTheWholeTextAndPublishesItAfterAYes() {
        draft("TESTED");
        GATEWAY.stubFor(post(R2 + "/approval").willReturn(okJson("{\"state\": \"APPROVED\"}")));
        published();
        typed = "yes";

        assertThat(approve()).describedAs("%s", err).isZero();
        assertThat(out.toString())
                .contains(
                        "  | item: residence-permit\n  | version: R2",
                        "tested     residence-permit R2, revision 3",
                        "drafted    2017-06-01T02:00:00Z by editor-1",
                        "validated  2017-06-01T02:00:01Z by editor-1",
                        "published  in force 2018-07-01 .. (until the next begins)",
                        "sha256:0f");
        GATEWAY.verify(postRequestedFor(urlEqualTo(R2 + "/approval")).withHeader("If-Match", equalTo("\"3\"")));
        GATEWAY.verify(postRequestedFor(urlEqualTo(R2 + "/publication")).withHeader("If-Match", equalTo("\"3\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "", "y"})
    void withoutAYesNothingIsApproved(String answer) {
        draft("TESTED");
        typed = answer;

        assertThat(approve()).isEqualTo(2);
        assertThat(err.toString()).contains("nothing was approved");
        GATEWAY.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void whereNobodyCanTypeItHasToBeSaidOnTheCommandLine() {
        draft("TESTED");
        typed = null;
        assertThat(approve()).isEqualTo(2);

        GATEWAY.stubFor(post(R2 + "/approval").willReturn(okJson("{\"state\": \"APPROVED\"}")));
        published();
        assertThat(approve("--yes")).isZero();
    }

    @Test
    void whoDraftedItIsRefusedInTheServersWords() {
        draft("TESTED");
        GATEWAY.stubFor(post(R2 + "/approval").willReturn(problem(403, """
                        {"title": "Who drafts does not approve", "detail": "residence-permit R2 is approved by somebody else."}
                        """)));

        assertThat(approve("--yes")).isEqualTo(2);
        assertThat(err.toString()).contains("Who drafts does not approve: residence-permit R2");
        GATEWAY.verify(0, postRequestedFor(urlEqualTo(R2 + "/publication")));
    }

    @Test
    void whatIsApprovedAlreadyIsOnlyPublished() {
        draft("APPROVED");
        published();

        assertThat(approve()).isZero();
        GATEWAY.verify(0, postRequestedFor(urlEqualTo(R2 + "/approval")));
    }

    @Test
    void aRejectionCarriesItsReason() {
        draft("TESTED");
        GATEWAY.stubFor(post(R2 + "/rejection").willReturn(okJson("{\"state\": \"REJECTED\"}")));

        assertThat(approve("--reject", "art. 9 says otherwise")).isZero();
        GATEWAY.verify(postRequestedFor(urlEqualTo(R2 + "/rejection"))
                .withHeader("If-Match", equalTo("\"3\""))
                .withRequestBody(matchingJsonPath("$.reason", equalTo("art. 9 says otherwise"))));
    }

    @Test
    void whatATerminalWouldObeyOrNobodyWouldSeeIsMadeVisible() {
        GATEWAY.stubFor(get(R2 + "/draft").willReturn(okJson("""
                        {"item": "residence-permit", "version": "R2", "revision": 3, "state": "TESTED",
                         "document": "months: 12 # \\u001b[2K\\u202e", "suites": []}
                        """).withHeader("ETag", "\"3\"")));

        approve();

        assertThat(out.toString()).contains("months: 12 # <U+001B>[2K<U+202E>").doesNotContain("\u001b", "\u202e");
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT, standards publish",
        "REJECTED, standards publish",
        "TESTED, standards approve residence-permit R2",
        "APPROVED, standards approve residence-permit R2",
    })
    void statusSaysWhatComesNext(String state, String next) {
        draft(state);

        assertThat(status()).isZero();
        assertThat(out.toString()).contains(state.toLowerCase(java.util.Locale.ROOT), "Next: ", next);
    }

    @Test
    void statusOfAPublishedVersionSaysWhenItIsInForce() {
        GATEWAY.stubFor(get(ALL + "/residence-permit").willReturn(okJson("""
                        {"item": "residence-permit", "versions": [
                          {"version": "R2", "from": "2018-07-01", "until": null, "digest": "sha256:2"},
                          {"version": "R1", "from": "2016-07-01", "until": "2018-06-30", "digest": "sha256:1"}]}
                        """)));

        assertThat(status()).isZero();
        assertThat(out.toString())
                .contains("published  residence-permit R2, in force 2018-07-01 .. (until the next begins)", "sha256:2");
    }

    @Test
    void statusOfAVersionThatNobodyKnowsEndsWithTwo() {
        GATEWAY.stubFor(get(R2 + "/draft").willReturn(problem(404, "{\"title\": \"There is no such draft\"}")));

        assertThat(status()).isEqualTo(2);
        assertThat(err.toString()).contains("There is no such draft", "spelt right");
    }

    private int publish(String... more) {
        return run(
                new PublishCommand(outside()),
                with(more, folder.resolve("R2.yaml").toString()));
    }

    private int approve(String... more) {
        return run(new ApproveCommand(outside()), with(more, "residence-permit", "R2"));
    }

    private int status() {
        return run(new StatusCommand(outside()), with(new String[0], "residence-permit", "R2"));
    }

    private static String[] with(String[] more, String... first) {
        String[] all = new String[first.length + 2 + more.length];
        System.arraycopy(first, 0, all, 0, first.length);
        all[first.length] = "--at";
        all[first.length + 1] = GATEWAY.baseUrl();
        System.arraycopy(more, 0, all, first.length + 2, more.length);
        return all;
    }

    private int run(Callable<Integer> command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private Outside outside() {
        return new Outside(name -> name.equals("TONGBAN_TOKEN") ? token : null, time -> {}, () -> typed);
    }

    private static void drafted() {
        GATEWAY.stubFor(post(ALL)
                .willReturn(jsonResponse(
                                "{\"item\": \"residence-permit\", \"version\": \"R2\", \"revision\": 3, \"state\": \"DRAFT\"}",
                                201)
                        .withHeader("ETag", "\"3\"")));
    }

    private static void checked(ResponseDefinitionBuilder answer) {
        GATEWAY.stubFor(post(R2 + "/check").willReturn(answer));
    }

    private static void draft(String state) {
        GATEWAY.stubFor(
                get(R2 + "/draft").willReturn(okJson("""
                        {"item": "residence-permit", "version": "R2", "layer": "hangzhou", "revision": 3, "state": "%s",
                         "draftedBy": "editor-1", "draftedAt": "2017-06-01T02:00:00Z",
                         "steps": [{"state": "VALIDATED", "actor": "editor-1", "recordedAt": "2017-06-01T02:00:01Z", "takenOn": "2017-06-01"}],
                         "document": "item: residence-permit\\nversion: R2\\n", "suites": ["standard: residence-permit\\n"]}
                        """.formatted(state)).withHeader("ETag", "\"3\"")));
    }

    private static void published() {
        GATEWAY.stubFor(post(R2 + "/publication").willReturn(okJson("""
                {"item": "residence-permit", "version": "R2", "digest": "sha256:0f", "from": "2018-07-01", "until": null, "gaps": []}
                """)));
    }

    private static ResponseDefinitionBuilder problem(int status, String body) {
        return jsonResponse(body, status).withHeader("Content-Type", "application/problem+json");
    }
}
