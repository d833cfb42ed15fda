package io.tongban.platform.test.description;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers 500 in place of every answer that is not as {@code /openapi} says, so that the test that meets it fails;
 * imported, it holds the whole context to its description.
 */
@TestConfiguration(proxyBeanMethods = false)
public class DescribedAnswers {

    @Bean
    FilterRegistrationBean<Comparison> describedAnswers(Environment environment) {
        FilterRegistrationBean<Comparison> registration = new FilterRegistrationBean<>(new Comparison(environment));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Compares what is answered with what is described. */
    static final class Comparison extends OncePerRequestFilter {

        private static final int LARGEST_BODY = 1 << 24;
        private static final JsonMapper JSON = JsonMapper.shared();

        private final Environment environment;
        private @Nullable ApiDocument document;

        Comparison(Environment environment) {
            this.environment = environment;
        }

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return request.getRequestURI().startsWith("/openapi");
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            ApiDocument.@Nullable Operation operation = document()
                    .operation(request.getMethod(), request.getRequestURI())
                    .orElse(null);
            if (operation == null) {
                chain.doFilter(request, response);
                return;
            }
            ContentCachingRequestWrapper asked = new ContentCachingRequestWrapper(request, LARGEST_BODY);
            ContentCachingResponseWrapper answered = new ContentCachingResponseWrapper(response);
            chain.doFilter(asked, answered);
            List<String> differences = differences(operation, asked, answered);
            if (!differences.isEmpty()) {
                answered.reset();
                answered.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
                answered.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                answered.getOutputStream()
                        .write(JSON.writeValueAsBytes(
                                Map.of("type", "/errors/not-as-described", "differences", differences)));
            }
            answered.copyBodyToResponse();
        }

        private static List<String> differences(
                ApiDocument.Operation operation,
                ContentCachingRequestWrapper asked,
                ContentCachingResponseWrapper answered) {
            Set<String> headers = new TreeSet<>(answered.getHeaderNames());
            List<String> differences = new ArrayList<>(operation.unlikeAnswer(
                    answered.getStatus(), answered.getContentType(), headers, answered.getContentAsByteArray()));
            if (answered.getStatus() < 300) {
                Set<String> query = asked.getQueryString() == null
                        ? Set.of()
                        : UriComponentsBuilder.newInstance()
                                .query(asked.getQueryString())
                                .build()
                                .getQueryParams()
                                .keySet();
                differences.addAll(
                        operation.unlikeRequest(query, asked.getContentType(), asked.getContentAsByteArray()));
            }
            return differences;
        }

        private synchronized ApiDocument document() {
            ApiDocument known = document;
            if (known == null) {
                known = new ApiDocument(JSON.readTree(read()));
                document = known;
            }
            return known;
        }

        private String read() {
            String port = Objects.requireNonNull(environment.getProperty("local.server.port"));
            try (HttpClient http = HttpClient.newHttpClient()) {
                byte[] answer = http.send(
                                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/openapi"))
                                        .build(),
                                BodyHandlers.ofByteArray())
                        .body();
                return new String(answer, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new IllegalStateException("the description cannot be read", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
