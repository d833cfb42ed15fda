/** What a criterion asks and which rule decided: rules in their order, the ruling, and the reasons with their texts. */
@NullMarked
package io.tongban.engine.rule;

import org.jspecify.annotations.NullMarked;
