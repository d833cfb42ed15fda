package io.tongban.insurance.source;

import io.tongban.insurance.page.BureauPageParser;
import io.tongban.insurance.page.PageText;
import io.tongban.insurance.page.UnreadablePage;
import io.tongban.insurance.record.Identity;
import io.tongban.insurance.record.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** The way to one bureau: its own connections, one form post a page, the identity in the body only. */
final class BureauConnection implements AutoCloseable {

    private static final TimeValue CHECK_WHEN_IDLE_FOR = TimeValue.ofSeconds(2);

    private final String source;
    private final URI query;
    private final Duration readTimeout;
    private final int mostBytes;
    private final Clock clock;
    private final CloseableHttpClient client;

    /** @param persons how many persons are asked about at once, each with as many connections as it may ask in parallel */
    BureauConnection(String source, SourceProperties properties, int persons, Clock clock) {
        this.source = source;
        this.query = URI.create(properties.baseUrl().toString().replaceAll("/+$", "") + "/query");
        this.readTimeout = properties.readTimeout();
        this.mostBytes = properties.mostBytes();
        this.clock = clock;
        this.client = client(properties, persons * properties.parallelQueries());
    }

    private static CloseableHttpClient client(SourceProperties properties, int connections) {
        Timeout readTimeout = Timeout.of(properties.readTimeout());
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(connections)
                        .setMaxConnPerRoute(connections)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(properties.connectTimeout()))
                                .setSocketTimeout(readTimeout)
                                .setValidateAfterInactivity(CHECK_WHEN_IDLE_FOR)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(readTimeout)
                        .setResponseTimeout(readTimeout)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /**
     * Asks for one page.
     *
     * @param exchanges told of the request and of what came, whatever became of it
     * @throws SourceSilent if nothing came in time, or the source says that it is in trouble
     */
    Reply ask(Identity identity, YearOfKind asked, int page, Deadline budget, Consumer<Exchange> exchanges)
            throws SourceSilent {
        ReceivedBytes received = new ReceivedBytes();
        Instant askedAt = clock.instant();
        @Nullable SilenceCause silence = SilenceCause.UNREADABLE;
        try {
            post(form(identity, asked, page), received, budget);
            Reply reply = reply(received);
            silence = reply instanceof Reply.NoPage noPage ? noPage.cause() : null;
            return reply;
        } catch (ReceivedBytes.TooLong e) {
            return new Reply.NoPage(SilenceCause.UNREADABLE);
        } catch (SourceSilent e) {
            silence = e.reason();
            throw e;
        } finally {
            exchanges.accept(new Exchange(
                    source,
                    asked.kind(),
                    asked.year(),
                    page,
                    askedAt,
                    clock.instant(),
                    received.status(),
                    received.answer(),
                    silence));
        }
    }

    private static Reply reply(ReceivedBytes received) throws SourceSilent {
        @Nullable Integer status = received.status();
        if (status == null || status >= 500 || status == 429 || status == 408) {
            throw new SourceSilent(SilenceCause.TROUBLE);
        }
        if (status != 200) {
            return new Reply.NoPage(SilenceCause.REFUSED);
        }
        try {
            return new Reply.Page(BureauPageParser.parse(PageText.of(received.bytes(), received.contentType())));
        } catch (UnreadablePage e) {
            return new Reply.NoPage(SilenceCause.UNREADABLE);
        } catch (RuntimeException e) { // a page may upset its parser in a way that nobody foresaw; then it was not read
            return new Reply.NoPage(SilenceCause.UNREADABLE);
        }
    }

    private void post(UrlEncodedFormEntity form, ReceivedBytes received, Deadline budget)
            throws SourceSilent, ReceivedBytes.TooLong {
        if (budget.passed()) {
            throw new SourceSilent(SilenceCause.BUDGET_SPENT);
        }
        HttpPost request = new HttpPost(query);
        request.setEntity(form);
        Deadline last = budget.orIn(readTimeout);
        try {
            client.execute(request, response -> {
                received.take(response, mostBytes, last, request::cancel);
                return received;
            });
        } catch (ReceivedBytes.TooLong e) {
            throw e;
        } catch (IOException e) {
            throw new SourceSilent(cause(e, budget));
        }
    }

    private static SilenceCause cause(IOException failure, Deadline budget) {
        if (Thread.currentThread().isInterrupted() || budget.passed()) {
            return SilenceCause.BUDGET_SPENT;
        }
        return failure instanceof InterruptedIOException ? SilenceCause.TIMED_OUT : SilenceCause.UNREACHABLE;
    }

    private static UrlEncodedFormEntity form(Identity identity, YearOfKind asked, int page) {
        Kind kind = asked.kind();
        return new UrlEncodedFormEntity(
                List.of(
                        new BasicNameValuePair("aac002", identity.number().canonical()),
                        new BasicNameValuePair("aac003", identity.name().text()),
                        new BasicNameValuePair("aae001", Integer.toString(asked.year())),
                        new BasicNameValuePair("aae140", kind.code()),
                        new BasicNameValuePair("page", Integer.toString(page))),
                StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
