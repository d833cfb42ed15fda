package io.tongban.sandbox.fault;

/** Whether the sources of contributions could be asked during a load. */
public enum Sources {
    ANSWER,
    /** A case may be received provisionally: it waits for a source that was silent. */
    MAY_BE_SILENT
}
