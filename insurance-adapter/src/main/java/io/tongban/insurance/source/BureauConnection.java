package io.tongban.insurance.source;

import io.tongban.insurance.record.Identity;
import io.tongban.insurance.record.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
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
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** The way to one bureau: its own connections, one form post a page, the identity in the body only. */
final class BureauConnection implements AutoCloseable {

    private final String source;
    private final URI query;
    private final Duration readTimeout;
    private final int mostBytes;
    private final Clock clock;
    private final CloseableHttpClient client;

    BureauConnection(String source, SourceProperties properties, Clock clock) {
        this.source = source;
        this.query = URI.create(properties.baseUrl().toString().replaceAll("/+$", "") + "/query");
        this.readTimeout = properties.readTimeout();
        this.mostBytes = properties.mostBytes();
        this.clock = clock;
        this.client = client(properties);
    }

    private static CloseableHttpClient client(SourceProperties properties) {
        int connections = properties.bulkhead().most() * properties.parallelQueries();
        Timeout readTimeout = Timeout.of(properties.readTimeout());
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(connections)
                        .setMaxConnPerRoute(connections)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(properties.connectTimeout()))
                                .setSocketTimeout(readTimeout)
                                .setValidateAfterInactivity(TimeValue.ofSeconds(2))
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
     * Reads one page.
     *
     * @param exchanges told of the request and of what came, whatever became of it
     * @throws SourceSilent if no readable page came in time
     */
    BureauPage read(Identity identity, YearOfKind asked, int page, Deadline budget, Consumer<Exchange> exchanges)
            throws SourceSilent {
        Received received = new Received();
        Instant askedAt = clock.instant();
        @Nullable SilenceCause silence = null;
        try {
            post(form(identity, asked, page), received, budget);
            return BureauPageParser.parse(received.page());
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
                    received.status,
                    received.answer(),
                    silence));
        }
    }

    private void post(UrlEncodedFormEntity form, Received received, Deadline budget) throws SourceSilent {
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
        } catch (IOException e) {
            throw new SourceSilent(cause(e, budget));
        }
    }

    private static SilenceCause cause(IOException failure, Deadline budget) {
        if (Thread.currentThread().isInterrupted() || budget.passed()) {
            return SilenceCause.BUDGET_SPENT;
        }
        if (failure instanceof TooLong) {
            return SilenceCause.UNREADABLE;
        }
        return failure instanceof InterruptedIOException ? SilenceCause.TIMED_OUT : SilenceCause.UNREACHABLE;
    }

    private static UrlEncodedFormEntity form(Identity identity, YearOfKind asked, int page) {
        Kind kind = asked.kind();
        return new UrlEncodedFormEntity(
                List.of(
                        new BasicNameValuePair("aac002", identity.idNumber()),
                        new BasicNameValuePair("aac003", identity.name()),
                        new BasicNameValuePair("aae001", Integer.toString(asked.year())),
                        new BasicNameValuePair("aae140", kind.code()),
                        new BasicNameValuePair("page", Integer.toString(page))),
                StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    /** More bytes came than a page has. */
    private static final class TooLong extends IOException {}

    /** What has come so far. */
    private static final class Received {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private @Nullable Integer status;
        private @Nullable String contentType;

        void take(ClassicHttpResponse response, int mostBytes, Deadline last, Runnable breakOff) throws IOException {
            status = response.getCode();
            HttpEntity entity = response.getEntity();
            if (entity == null) {
                return;
            }
            contentType = entity.getContentType();
            byte[] buffer = new byte[8192];
            try (InputStream content = entity.getContent()) {
                for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                    bytes.write(buffer, 0, count);
                    if (bytes.size() > mostBytes || last.passed()) {
                        breakOff.run(); // else closing the stream would read all that is still to come
                        throw bytes.size() > mostBytes ? new TooLong() : new InterruptedIOException("trickles");
                    }
                }
            }
        }

        @Nullable
        RawAnswer answer() {
            return status == null ? null : new RawAnswer(bytes.toByteArray());
        }

        String page() throws SourceSilent {
            if (status == null || status != 200) {
                throw new SourceSilent(
                        status != null && (status >= 500 || status == 429 || status == 408)
                                ? SilenceCause.TROUBLE
                                : SilenceCause.REFUSED);
            }
            try {
                return charset()
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes.toByteArray()))
                        .toString();
            } catch (CharacterCodingException e) {
                throw new SourceSilent(SilenceCause.UNREADABLE);
            }
        }

        private Charset charset() throws SourceSilent {
            try {
                ContentType type = ContentType.parse(contentType);
                return type == null ? StandardCharsets.UTF_8 : type.getCharset(StandardCharsets.UTF_8);
            } catch (UnsupportedCharsetException e) {
                throw new SourceSilent(SilenceCause.UNREADABLE);
            }
        }
    }
}
