package io.tongban.platform.request;

/** A record that a controller takes and whose components, with their constraints, are parameters of the query string. */
public interface QueryArgument {}
