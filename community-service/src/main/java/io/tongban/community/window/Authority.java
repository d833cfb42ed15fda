package io.tongban.community.window;

/** A body that staffs windows, such as a county police. */
public record Authority(String id, String name) {}
