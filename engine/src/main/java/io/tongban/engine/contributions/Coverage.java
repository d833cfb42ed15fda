package io.tongban.engine.contributions;

/** Whether the source of one area answered for one kind of insurance. */
public record Coverage(String area, String kind, CoverageState state) {}
