/** What people are told in short messages: written once, sent in the daytime, and shown to them whatever becomes of it. */
@NullMarked
package io.tongban.platform.outbox;

import org.jspecify.annotations.NullMarked;
