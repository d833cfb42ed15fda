package io.tongban.gateway.replica;

import java.util.List;

/**
 * What one replica says is in force today.
 *
 * @param digest over all items and versions
 * @param items one version of each item
 */
record StandardsInForce(String digest, List<Version> items) {

    StandardsInForce {
        if (digest == null || items == null) {
            throw new IllegalArgumentException("an answer has a digest and items");
        }
        items = List.copyOf(items);
    }

    /** The version of one item. */
    record Version(String item, String version, String digest) {}
}
