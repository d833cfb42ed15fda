package io.tongban.permit.offender.standard;

import io.tongban.permit.offender.casefile.SomeCase;

/** Reaches for a case. */
public record NosyStandard(SomeCase of) {}
