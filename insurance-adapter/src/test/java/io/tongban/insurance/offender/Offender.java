package io.tongban.insurance.offender;

/** The root of modules that break the rules, so that the rules can be seen to bite. */
public final class Offender {

    private Offender() {}
}
