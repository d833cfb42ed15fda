package io.tongban.division;

/** What happened to a division. */
enum ChangeKind {
    /** 改码: another code. */
    RECODED(true),
    /** Another division above it. */
    MOVED(true),
    /** Another name, whether the code changed with it or not. */
    RENAMED(true),
    /** 合并: it became part of another. */
    MERGED(false),
    /** 拆分: a part of it became, or became part of, another; {@code main} marks the part that goes on as the division. */
    SPLIT(false),
    CREATED(false),
    ABOLISHED(false);

    private final boolean keepsIdentity;

    ChangeKind(boolean keepsIdentity) {
        this.keepsIdentity = keepsIdentity;
    }

    boolean keepsIdentity() {
        return keepsIdentity;
    }
}
