package io.tongban.insurance.offender.back;

import io.tongban.insurance.offender.front.Front;

/** Depends on what its module may not depend on. */
public record Back(Front front) {}
