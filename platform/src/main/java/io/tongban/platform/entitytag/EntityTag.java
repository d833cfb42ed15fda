package io.tongban.platform.entitytag;

/** The version of a resource as the header {@code ETag} carries it (RFC 9110, 8.8.3). */
public final class EntityTag {

    private EntityTag() {}

    /** A strong tag: the version in quotation marks. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }
}
