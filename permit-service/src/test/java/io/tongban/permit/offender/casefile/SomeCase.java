package io.tongban.permit.offender.casefile;

/** A case. */
public record SomeCase(int number) {}
