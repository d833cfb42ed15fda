package io.tongban.platform.security;

import io.tongban.platform.problem.GeneralProblem;
import io.tongban.platform.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Why a call is refused: the method is wrong, nothing is there, or the caller lacks a role. */
final class RefusedAddress {

    private final HandlerMapping operations;
    private final AskedRules rules;

    RefusedAddress(HandlerMapping operations, AskedRules rules) {
        this.operations = operations;
        this.rules = rules;
    }

    /** What is said to somebody who is signed in. */
    Problem toCaller(HttpServletRequest request) {
        return switch (at(request)) {
            case Nothing nothing -> Problem.of(GeneralProblem.NOT_FOUND);
            case OtherMethods others -> others.problem();
            case AnOperation operation ->
                Problem.of(GeneralProblem.NOT_ALLOWED)
                        .with("needsOneOf", rules.sufficient(methodOf(request), request.getRequestURI()));
        };
    }

    /** What is said to a stranger, for whom all addresses are alike but those that are open to everybody. */
    Optional<Problem> toStranger(HttpServletRequest request) {
        return at(request) instanceof OtherMethods others
                        && others.methods().stream()
                                .anyMatch(method -> rules.letEverybody(method, request.getRequestURI()))
                ? Optional.of(others.problem())
                : Optional.empty();
    }

    private Found at(HttpServletRequest request) {
        try {
            ServletRequestPathUtils.parseAndCache(request);
            HandlerExecutionChain found = operations.getHandler(request);
            return found == null || isErrorPage(found) ? new Nothing() : new AnOperation();
        } catch (HttpRequestMethodNotSupportedException wrong) {
            return new OtherMethods(Objects.requireNonNullElse(wrong.getSupportedHttpMethods(), Set.of()));
        } catch (Exception otherMistake) { // declared so by HandlerMapping; a mistake is one at an operation
            return new AnOperation();
        }
    }

    private static boolean isErrorPage(HandlerExecutionChain found) {
        return found.getHandler() instanceof HandlerMethod method
                && ErrorController.class.isAssignableFrom(method.getBeanType());
    }

    private static HttpMethod methodOf(HttpServletRequest request) {
        return HttpMethod.valueOf(request.getMethod());
    }

    /** What there is at an address. */
    private sealed interface Found {}

    private record Nothing() implements Found {}

    private record AnOperation() implements Found {}

    private record OtherMethods(Set<HttpMethod> methods) implements Found {

        Problem problem() {
            return Problem.of(GeneralProblem.METHOD_NOT_ALLOWED)
                    .header(
                            HttpHeaders.ALLOW,
                            methods.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", ")));
        }
    }
}
