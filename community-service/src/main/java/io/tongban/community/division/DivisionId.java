package io.tongban.community.division;

import java.util.UUID;

/** The identity of a division; it stays when the code, the name or the parent changes. */
public record DivisionId(UUID value) {}
