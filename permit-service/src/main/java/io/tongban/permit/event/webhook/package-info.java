/** Partners are told what happens to cases whose applicants consent to it: registered, sent, tried again, given up. */
@NullMarked
package io.tongban.permit.event.webhook;

import org.jspecify.annotations.NullMarked;
