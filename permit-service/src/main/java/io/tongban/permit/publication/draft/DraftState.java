package io.tongban.permit.publication.draft;

/** How far a draft has come; each state but the first is a step that somebody took. */
public enum DraftState {
    DRAFT,
    VALIDATED,
    TESTED,
    APPROVED,
    REJECTED,
    PUBLISHED
}
