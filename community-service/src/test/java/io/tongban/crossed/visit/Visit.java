package io.tongban.crossed.visit;

/** A visit. */
public record Visit(int number) {}
