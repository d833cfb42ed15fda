package io.tongban.permit.comparison.domain;

import java.util.function.Consumer;

/** One value of a dimension, in words, and what it makes of a person. */
record Choice(String words, Consumer<Draft> effect) {}
