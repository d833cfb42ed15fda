package io.tongban.sandbox.bureau;

/** How the stand-in answers. */
enum Manner {
    TRUTHFUL,
    /** Each page takes longer than anybody waits for it. */
    SLOW,
    /** One row fewer is shown than is counted. */
    LYING
}
