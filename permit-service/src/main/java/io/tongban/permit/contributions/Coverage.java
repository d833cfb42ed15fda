package io.tongban.permit.contributions;

/** Whether the source of one area answered for one kind of insurance. */
public record Coverage(String area, String kind, CoverageState state) {}
