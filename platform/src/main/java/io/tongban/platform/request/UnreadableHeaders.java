package io.tongban.platform.request;

import io.tongban.platform.problem.GeneralProblem;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes headers that are not in ASCII out of a request, and refuses it if one of them is read here.
 *
 * <p>What such bytes mean nobody has agreed on (RFC 9110, section 5.5): one server reads UTF-8, the next Latin-1, and the
 * firewall of the security chain lets the reader of the header fail, whoever that is. Control characters the container refuses.
 */
final class UnreadableHeaders extends OncePerRequestFilter {

    /** Where a refusal is counted and carries the headers of every answer; before anything that reads headers to act on them. */
    static final int ORDER = -190;

    private final ObjectProvider<ReadHeaders> read; // asked for late: the web server makes filters very early
    private final ProblemWriter writer;

    UnreadableHeaders(ObjectProvider<ReadHeaders> read, ProblemWriter writer) {
        this.read = read;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<String> unreadable = unreadable(request);
        if (unreadable.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        List<String> refused =
                readHere().filter(caseless(unreadable)::contains).sorted().toList();
        HttpServletRequest rest = new Without(request, unreadable);
        if (refused.isEmpty() || request.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(rest, response);
        } else {
            writer.write(Problem.of(GeneralProblem.UNREADABLE_HEADER).with("headers", refused), rest, response);
        }
    }

    /** Whoever renders an error reads headers too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private Stream<String> readHere() {
        return read.stream().map(ReadHeaders::names).flatMap(Collection::stream).distinct();
    }

    private static List<String> unreadable(HttpServletRequest request) {
        List<String> unreadable = List.of();
        for (Iterator<String> names = request.getHeaderNames().asIterator(); names.hasNext(); ) {
            String name = names.next();
            if (!isReadable(request.getHeaders(name))) {
                unreadable = unreadable.isEmpty() ? new ArrayList<>() : unreadable;
                unreadable.add(name);
            }
        }
        return unreadable;
    }

    private static boolean isReadable(Enumeration<String> values) {
        while (values.hasMoreElements()) {
            if (!ReadHeaders.isReadable(values.nextElement())) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> caseless(Collection<String> names) {
        Set<String> caseless = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        caseless.addAll(names);
        return caseless;
    }

    /** A request as if it had come without these headers. */
    private static final class Without extends HttpServletRequestWrapper {

        private final Set<String> hidden;

        Without(HttpServletRequest request, Collection<String> hidden) {
            super(request);
            this.hidden = caseless(hidden);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return hidden.contains(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return hidden.contains(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                    .filter(name -> !hidden.contains(name))
                    .toList());
        }

        @Override
        public int getIntHeader(String name) {
            return hidden.contains(name) ? -1 : super.getIntHeader(name);
        }

        @Override
        public long getDateHeader(String name) {
            return hidden.contains(name) ? -1 : super.getDateHeader(name);
        }

        @Override
        public @Nullable String getContentType() {
            return hidden.contains(HttpHeaders.CONTENT_TYPE) ? null : super.getContentType();
        }

        @Override
        public Cookie @Nullable [] getCookies() {
            return hidden.contains(HttpHeaders.COOKIE) ? null : super.getCookies();
        }

        @Override
        public Locale getLocale() {
            return hidden.contains(HttpHeaders.ACCEPT_LANGUAGE) ? Locale.ENGLISH : super.getLocale();
        }

        @Override
        public Enumeration<Locale> getLocales() {
            return hidden.contains(HttpHeaders.ACCEPT_LANGUAGE)
                    ? Collections.enumeration(List.of(Locale.ENGLISH))
                    : super.getLocales();
        }
    }
}
