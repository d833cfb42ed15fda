package io.tongban.engine.comparison.person;

import java.util.function.Consumer;

/** One value of a dimension, in words, and what it makes of a person. */
record Choice(String words, Consumer<Draft> effect) {}
