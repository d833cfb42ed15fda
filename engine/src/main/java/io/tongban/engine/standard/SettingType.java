package io.tongban.engine.standard;

/** What a setting may hold. */
public enum SettingType {
    FLAG,
    NUMBER,
    WORD,
    WORDS,
    AREAS
}
