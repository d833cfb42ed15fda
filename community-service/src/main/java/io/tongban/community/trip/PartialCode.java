package io.tongban.community.trip;

/** Why a visit ended before everything was looked at. */
public enum PartialCode {
    CLOSING,
    SYSTEM_DOWN,
    APPLICANT_LEFT,
    HANDOVER,
    NOT_OUR_RESIDENT,
    OTHER
}
