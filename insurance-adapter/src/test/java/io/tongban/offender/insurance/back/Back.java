package io.tongban.offender.insurance.back;

import io.tongban.offender.insurance.front.Front;

/** Depends on what its module may not depend on. */
public record Back(Front front) {}
