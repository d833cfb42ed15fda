/** Opening hours and the working days that they depend on: pure. */
@NamedInterface("hours")
@NullMarked
package io.tongban.community.window.hours;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
