package io.tongban.bench.assessment;

import io.tongban.engine.library.StandardsLibrary;
import io.tongban.engine.standard.Standard;

/** The standard that is measured: the residence permit of Hangzhou, with all its routes. */
final class Published {

    static final Standard R1 = StandardsLibrary.builtIn().standards().version("residence-permit", "R1");

    private Published() {}
}
