package io.tongban.permit.publication.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.permit.PermitServiceTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The guides over HTTP, asked for without a token. */
@PermitServiceTest
class GuideEndpointTests {

    private static final String R1 = "/api/v1/standards/residence-permit/R1/guide";

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                        | text/html;charset=UTF-8",
                "*/*                                     | text/html;charset=UTF-8",
                "text/html,application/xhtml+xml,*/*;q=0.8 | text/html;charset=UTF-8",
                "application/pdf                         | application/pdf",
                "text/html;q=0.5, application/pdf        | application/pdf",
                "application/ld+json                     | application/ld+json",
                "application/*                           | application/pdf"
            })
    void answersWhatIsAccepted(String accept, String type) throws Exception {
        HttpResponse<byte[]> answer = accept == null ? get(R1) : get(R1, "Accept", accept);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(answer.headers().allValues("Vary")).contains("Accept");
    }

    @Test
    void refusesWhatItIsNotWrittenAs() throws Exception {
        assertThat(get(R1, "Accept", "image/png").statusCode()).isEqualTo(406);
    }

    @ParameterizedTest
    @CsvSource({
        "guide.html,        zh-CN,          zh-Hans, 劳动合同",
        "guide.html,        en-GB,          en,      labour contract",
        "guide.html,        'de,en;q=0.5',  en,      labour contract",
        "guide.html,        de,             zh-Hans, 劳动合同",
        "guide.html?lang=en, zh-CN,         en,      labour contract",
        "guide.html?lang=zh, en,            zh-Hans, 劳动合同",
        "guide.pdf?lang=zh, en,             zh-Hans, 劳动合同",
        "guide.pdf,         en,             en,      labour contract"
    })
    void speaksTheLanguageThatIsAskedFor(String ending, String spoken, String language, String paper) throws Exception {
        HttpResponse<byte[]> answer = get(R1.replace("guide", ending), "Accept-Language", spoken);

        assertThat(answer.headers().firstValue("Content-Language")).hasValue(language);
        assertThat(answer.headers().allValues("Vary")).contains("Accept-Language");
        assertThat(ending.contains("pdf") ? printed(answer.body()) : text(answer))
                .contains(paper);
    }

    @Test
    void refusesALanguageThatNoStandardIsWrittenIn() throws Exception {
        HttpResponse<byte[]> answer = get(R1 + "?lang=fr");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(text(answer)).contains("/errors/invalid-request", "lang");
    }

    @Test
    void isKeptByCachesAndNotSentTwice() throws Exception {
        HttpResponse<byte[]> first = get(R1 + ".pdf?lang=en");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<byte[]> again = get(R1 + ".pdf?lang=en", "If-None-Match", tag);

        assertThat(first.headers().firstValue("Cache-Control")).hasValue("max-age=3600, public");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(get(R1 + ".pdf?lang=zh").headers().firstValue("ETag"))
                .isNotEqualTo(first.headers().firstValue("ETag"));
        assertThat(get(R1 + ".html?lang=en").headers().firstValue("ETag"))
                .isNotEqualTo(first.headers().firstValue("ETag"));
    }

    @Test
    void answersHeadWithTheLengthAlone() throws Exception {
        HttpResponse<byte[]> whole = get(R1 + ".pdf?lang=en");
        HttpResponse<byte[]> head = client.send(
                request(R1 + ".pdf?lang=en")
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(whole.body().length);
    }

    @Test
    void allowsThePageItsOwnStyleAndNothingElse() throws Exception {
        assertThat(get(R1 + ".html")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .startsWith("default-src 'none'; style-src 'sha256-")
                .doesNotContain("unsafe");
    }

    @Test
    void knowsOnlyWhatWasPublished() throws Exception {
        HttpResponse<byte[]> answer = get("/api/v1/standards/residence-permit/R0/guide");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(text(answer)).contains("/errors/standard-unknown", "residence-permit", "R0");
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String printed(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return Normalizer.normalize(new PDFTextStripper().getText(document), Normalizer.Form.NFKC);
        }
    }
}
