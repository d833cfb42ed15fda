package io.tongban.insurance.source;

import io.tongban.insurance.page.BureauPage;

/** What came in time for a request; how well it can be read says nothing about the way to the source. */
sealed interface Reply {

    /** A page of the bureau. */
    record Page(BureauPage page) implements Reply {}

    /** What is no page of the bureau. */
    record NoPage(SilenceCause cause) implements Reply {}
}
