package io.tongban.offender.insurance.front;

/** Something of another module. */
public record Front(String name) {}
