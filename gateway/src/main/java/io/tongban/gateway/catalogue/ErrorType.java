package io.tongban.gateway.catalogue;

import java.util.List;

/**
 * A problem type in one language.
 *
 * @param type its address, as problems carry it
 */
record ErrorType(String type, String title, List<Meaning> meanings) {

    ErrorType {
        meanings = List.copyOf(meanings);
    }

    /**
     * What it means where one module answers it.
     *
     * @param when in Markdown, like {@code remedy}
     */
    record Meaning(String module, List<Integer> statuses, String when, String remedy) {

        Meaning {
            statuses = List.copyOf(statuses);
        }
    }

    /** The last part of the address. */
    String name() {
        return type.substring(type.lastIndexOf('/') + 1);
    }
}
