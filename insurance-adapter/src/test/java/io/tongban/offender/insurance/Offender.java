package io.tongban.offender.insurance;

import org.springframework.modulith.Modulithic;

/** The root of modules that break the rules, so that the rules can be seen to bite. */
@Modulithic
public final class Offender {

    private Offender() {}
}
