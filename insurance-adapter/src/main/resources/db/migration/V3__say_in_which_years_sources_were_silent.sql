comment on column evidence.silences is 'Why each source was silent, by kind and year; of earlier evidence by kind alone. Empty where all were read or no source is configured.';
