package io.tongban.permit.standard;

/** What a setting may hold. */
enum SettingType {
    FLAG,
    NUMBER,
    WORD,
    WORDS,
    AREAS
}
