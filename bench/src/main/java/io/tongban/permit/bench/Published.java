package io.tongban.permit.bench;

import io.tongban.permit.standard.Standard;
import io.tongban.permit.standard.StandardsLibrary;

/** The standard that is measured: the residence permit of Hangzhou, with all its routes. */
final class Published {

    static final Standard R1 = StandardsLibrary.builtIn().standards().version("residence-permit", "R1");

    private Published() {}
}
