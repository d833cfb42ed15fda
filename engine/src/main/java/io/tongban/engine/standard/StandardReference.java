package io.tongban.engine.standard;

/** Which standard something was decided under; the digest covers its whole content. */
public record StandardReference(String item, String version, String digest) {}
