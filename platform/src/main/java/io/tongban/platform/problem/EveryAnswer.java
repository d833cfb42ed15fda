package io.tongban.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What is said on every answer; a bean of this type says it also where the container answers before any filter is asked. */
@FunctionalInterface
public interface EveryAnswer {

    void prepare(HttpServletRequest request, HttpServletResponse response);
}
