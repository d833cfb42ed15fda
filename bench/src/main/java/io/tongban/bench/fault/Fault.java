package io.tongban.bench.fault;

import io.tongban.sandbox.fault.Sources;

/**
 * Something that happens to a network.
 *
 * @param name as it is asked for and stands in the table
 * @param what is done, in words
 * @param operator what an operator sees and does, in a sentence
 * @param sources whether a source may be silent by it, so that cases wait
 */
record Fault(String name, String what, String operator, Sources sources, Harm harm) {}
