package io.tongban.engine.library;

/** What becomes of a key of a standard's document where an upper layer lies on a lower one. */
enum Layering {

    /** Each layer says its own, and the upper layer's is the standard's. */
    OWN,

    /** The lower layer's, which the upper may not touch; the upper's where the lower has none. */
    FIXED,

    /** The entries of both layers, each its own. */
    UNION,

    /** The items of the lower layer as filled and added to, and after them those of the upper. */
    APPENDED,

    /** Values of the upper layer for settings that the lower leaves open. */
    FILL,

    /** Items of the upper layer for lists that the lower leaves open. */
    ADD,

    /** Says how the layers lie, and is no part of the standard. */
    DROPPED;

    /** Whether the effective standard has such a key. */
    boolean isOfStandard() {
        return switch (this) {
            case OWN, FIXED, UNION, APPENDED -> true;
            case FILL, ADD, DROPPED -> false;
        };
    }
}
