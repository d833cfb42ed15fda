package io.tongban.offender.insurance.record;

import org.springframework.http.HttpStatus;

/** A domain type that knows of HTTP, which none may. */
public record TalkativeRow(HttpStatus status) {}
