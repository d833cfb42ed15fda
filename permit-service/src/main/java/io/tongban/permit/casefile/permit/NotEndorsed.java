package io.tongban.permit.casefile.permit;

/** What a standard says of a permit that is not endorsed in time (不予签注). */
public enum NotEndorsed {
    SUSPEND,
    END;

    PermitState state() {
        return switch (this) {
            case SUSPEND -> PermitState.SUSPENDED;
            case END -> PermitState.ENDED;
        };
    }
}
