package io.tongban.permit.event.webhook;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The way to the addresses of partners: to public ones only, no redirect is followed, of an answer only the head is read, and all of it
 * within a time.
 */
final class PartnerConnection implements AutoCloseable {

    private static final String USER_AGENT = "Tongban-Webhooks/1";

    private final Clock systemClock;
    private final CloseableHttpClient client;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    /** @param places how many connections there are at a time */
    PartnerConnection(WebhookProperties properties, int places, Clock systemClock) {
        this.systemClock = systemClock;
        Timeout connect = Timeout.of(properties.connectWithin());
        Timeout answer = Timeout.of(properties.answerWithin());
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new PublicAddresses(properties.anyAddress(), properties.blocked()))
                        .setMaxConnTotal(places)
                        .setMaxConnPerRoute(places)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(connect)
                                .setSocketTimeout(answer)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(connect)
                        .setResponseTimeout(answer)
                        .build())
                .setUserAgent(USER_AGENT)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /**
     * Calls an address.
     *
     * @param body null for none
     * @throws BrokenOff if the address was not asked, for want of a free connection, or the service ends
     * @throws IOException if no answer came within the time, whatever the reason
     */
    Answer call(String method, URI url, Map<String, String> headers, byte @Nullable [] body, Duration within)
            throws IOException {
        HttpUriRequestBase request = new HttpUriRequestBase(method, url);
        headers.forEach(request::setHeader);
        if (body != null) {
            request.setEntity(new ByteArrayEntity(body, ContentType.parse(CloudEvent.MEDIA_TYPE)));
        }
        Future<Answer> answer = calls.submit(() -> exchange(request));
        try {
            return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            request.cancel();
            answer.cancel(true);
            throw new IOException("no answer within " + within, late);
        } catch (InterruptedException ended) {
            request.cancel();
            Thread.currentThread().interrupt();
            throw new BrokenOff("the service ends", ended);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof ConnectionRequestTimeoutException
                    ? new BrokenOff("no connection is free", failure)
                    : new IOException("no answer", failure);
        } catch (CancellationException ended) {
            throw new BrokenOff("the service ends", ended);
        }
    }

    /** The connection is given up with the head of the answer: nobody here needs the rest, however long it is. */
    private Answer exchange(HttpUriRequestBase request) throws IOException {
        AtomicReference<@Nullable Answer> heard = new AtomicReference<>();
        try {
            client.execute(request, response -> {
                heard.set(Answer.of(response, systemClock.instant()));
                request.cancel();
                return null;
            });
        } catch (IOException givenUp) {
            if (heard.get() == null) {
                throw givenUp;
            }
        }
        Answer answer = heard.get();
        if (answer == null) {
            throw new IOException("no answer");
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        calls.shutdownNow();
        client.close();
    }

    /** A call that says nothing of the address: it was not made, or not to its end, because of this side. */
    static final class BrokenOff extends IOException {

        private BrokenOff(String why, Throwable cause) {
            super(why, cause);
        }
    }

    /**
     * The head of an answer.
     *
     * @param retryAfter for how long nothing is to be sent; null if it does not say
     * @param allowedOrigin who may send ({@code WebHook-Allowed-Origin}); null if it does not say
     */
    record Answer(
            int status,
            @Nullable Duration retryAfter,
            @Nullable String allowedOrigin) {

        static Answer of(ClassicHttpResponse response, Instant now) {
            return new Answer(
                    response.getCode(),
                    header(response, "Retry-After")
                            .flatMap(text -> duration(text, now))
                            .orElse(null),
                    header(response, "WebHook-Allowed-Origin").orElse(null));
        }

        boolean isSuccess() {
            return status / 100 == 2;
        }

        private static Optional<String> header(ClassicHttpResponse response, String name) {
            return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
        }

        /** In seconds or as a date (RFC 9110, 10.2.3); what is neither says nothing. */
        static Optional<Duration> duration(String text, Instant now) {
            if (text.matches("[0-9]{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
            }
            try {
                Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
                return until.isAfter(now) ? Optional.of(Duration.between(now, until)) : Optional.empty();
            } catch (DateTimeParseException neither) {
                return Optional.empty();
            }
        }
    }
}
