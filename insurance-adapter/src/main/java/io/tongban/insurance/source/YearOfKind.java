package io.tongban.insurance.source;

import io.tongban.insurance.record.Kind;

/** The unit in which a bureau answers: one kind in one calendar year. */
record YearOfKind(Kind kind, int year) {}
