package io.tongban.insurance.offender.front;

/** Something of another module. */
public record Front(String name) {}
